import { useEffect, useRef, type RefObject } from 'react';

/** For how long what has changed stands out. */
const STANDS_OUT_MS = 2_400;

/** Marks an element for a moment when what it shows has changed while it was looked at; nothing moves for it. */
export function useChanged<Shown extends HTMLElement>(shown: string | number): RefObject<Shown | null> {
  const element = useRef<Shown>(null);
  const before = useRef(shown);
  useEffect(() => {
    const marked = element.current;
    if (before.current === shown || !marked) return;
    before.current = shown;
    marked.dataset.changed = '';
    const unmark = () => delete marked.dataset.changed;
    const timer = setTimeout(unmark, STANDS_OUT_MS);
    return () => {
      clearTimeout(timer);
      unmark();
    };
  }, [shown]);
  return element;
}
