import { useCallback, useEffect, useRef } from 'react';

/**
 * Puts something off until the press that is under way is over, its click included; without one it is done at once. A
 * field that is left by pressing a button says what is wrong with it: that must not move the button from under the
 * pointer, or the press is lost.
 */
export function useAfterPress(): (deed: () => void) => void {
  const pressing = useRef(false);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    const begin = () => void (pressing.current = true);
    const end = () => {
      pressing.current = false;
      // The click comes after the pointer has gone up.
      setTimeout(() => waiting.current.splice(0).forEach((deed) => deed()));
    };
    const listening = [
      ['pointerdown', begin],
      ['pointerup', end],
      ['pointercancel', end],
    ] as const;
    for (const [type, heard] of listening) window.addEventListener(type, heard, { capture: true });
    return () => {
      for (const [type, heard] of listening) window.removeEventListener(type, heard, { capture: true });
    };
  }, []);
  return useCallback((deed) => void (pressing.current ? waiting.current.push(deed) : deed()), []);
}
