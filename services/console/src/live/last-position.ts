/** A position older than this is forgotten: the page reads everything anew, and needs no list of what happened before. */
const HOLDS_MS = 60_000;

/** The position that this browser had heard a moment ago: a reloaded page goes on from there. */
export function lastPosition(name: string): number | null {
  try {
    const { position, at } = JSON.parse(localStorage.getItem(name) ?? '{}') as { position?: unknown; at?: unknown };
    const fresh = typeof at === 'number' && Math.abs(Date.now() - at) < HOLDS_MS;
    return fresh && Number.isSafeInteger(position) ? (position as number) : null;
  } catch {
    return null;
  }
}

/** Remembers it; a browser that keeps nothing begins anew after each reload. */
export function keepPosition(name: string, position: number): void {
  try {
    localStorage.setItem(name, JSON.stringify({ position, at: Date.now() }));
  } catch {
    // Private windows may refuse.
  }
}
