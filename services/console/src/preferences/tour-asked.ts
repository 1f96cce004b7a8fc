const listeners = new Set<() => void>();

/** Shows the tour again. */
export function askForTour(): void {
  for (const listener of listeners) listener();
}

/** Is told when somebody asks for it; answers with how to stop listening. */
export function onTourAsked(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
