const wanted = { palette: new Set<() => void>(), help: new Set<() => void>() };

type Window = keyof typeof wanted;

/** Opens the command palette. */
export function openPalette(): void {
  for (const open of wanted.palette) open();
}

/** Opens the list of shortcuts. */
export function openShortcutHelp(): void {
  for (const open of wanted.help) open();
}

/** Is told when one of these windows is asked for; answers with how to stop listening. */
export function onOpen(window: Window, open: () => void): () => void {
  wanted[window].add(open);
  return () => wanted[window].delete(open);
}
