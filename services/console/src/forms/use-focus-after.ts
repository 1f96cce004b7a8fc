import { useEffect, useRef, type RefObject } from 'react';

/** Puts the focus on what this is given to, after every attempt. */
export function useFocusAfter(attempts: number): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempts > 0) ref.current?.focus();
  }, [attempts]);
  return ref;
}
