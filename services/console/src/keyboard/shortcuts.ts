import { useEffect, useRef } from 'react';

/** A key or a short sequence that does something while the page that offers it is shown. */
export interface Shortcut {
  /** As the help shows it: `j`, `g b`, `?`, `mod+k` (Ctrl, or Cmd on a Mac). */
  keys: string;
  /** What it does, for the help. */
  what: string;
  /** Under which heading the help lists it. */
  group: 'Anywhere' | 'Go to' | 'This page';
}

type Entry = Shortcut & { run: () => void };

const SEQUENCE_MS = 1_200;
const active = new Set<Entry>();
let typed = '';
let typedAt = 0;

/** Every shortcut that works just now, for the help and the palette. */
export function activeShortcuts(): Shortcut[] {
  return [...active].map(({ keys, what, group }) => ({ keys, what, group }));
}

/** Offers a shortcut while the component is shown; `enabled: false` takes it away. */
export function useShortcut({ keys, what, group }: Shortcut, run: () => void, enabled = true): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return;
    const entry: Entry = { keys, what, group, run: () => latest.current() };
    if (active.size === 0) document.addEventListener('keydown', onKeyDown);
    active.add(entry);
    return () => {
      active.delete(entry);
      if (active.size === 0) document.removeEventListener('keydown', onKeyDown);
    };
  }, [keys, what, group, enabled]);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.repeat) return;
  const key = nameOf(event);
  const plain = !key.startsWith('mod+');
  if (plain && (event.altKey || isTyping(event.target) || isCovered())) return;
  const now = performance.now();
  const sequence = plain && now - typedAt < SEQUENCE_MS && typed ? `${typed} ${key}` : key;
  const entry = find(sequence) ?? find(key);
  typed = !entry && plain ? key : '';
  typedAt = now;
  if (!entry) return;
  event.preventDefault();
  entry.run();
}

/** The one offered last wins: a dialog's over the page's. */
function find(keys: string): Entry | undefined {
  return [...active].reverse().find((entry) => entry.keys === keys);
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key;
}

/** Keys that one types are text, not orders. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** While a window is open, the page behind it takes no orders. */
function isCovered(): boolean {
  return document.querySelector('[role="dialog"][data-state="open"], [role="menu"][data-state="open"]') !== null;
}
