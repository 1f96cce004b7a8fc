import { useEffect, useMemo, useRef, useState, type FocusEvent, type PointerEvent } from 'react';

/** A pointer that rests for so long is not about to press anything. */
const RESTS_MS = 10_000;

/** Whether somebody is about to press something, and what has to be told to know it. */
export interface Hold {
  held: boolean;
  area: {
    onPointerMove: (event: PointerEvent) => void;
    onPointerLeave: () => void;
    onFocus: (event: FocusEvent) => void;
    onBlur: (event: FocusEvent) => void;
  };
}

/** Watches pointer and focus over an area of rows (`data-row`). */
export function useHold(): Hold {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const area = useMemo(
    () => ({
      onPointerMove: ({ pointerType, movementX, movementY }: PointerEvent) => {
        // Scrolling, too, moves the pointer over other rows, and a finger points at nothing before it presses.
        if (pointerType === 'touch' || (movementX === 0 && movementY === 0)) return;
        setPointed(true);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => setPointed(false), RESTS_MS);
      },
      onPointerLeave: () => {
        clearTimeout(timer.current);
        setPointed(false);
      },
      onFocus: ({ target }: FocusEvent) => setFocused(target.closest('[data-row]') !== null),
      onBlur: ({ relatedTarget }: FocusEvent) =>
        setFocused(relatedTarget instanceof Element && relatedTarget.closest('[data-row]') !== null),
    }),
    [],
  );
  return { held: pointed || focused, area };
}
