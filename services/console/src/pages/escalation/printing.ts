import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

let printing = false;
let themeBefore: string | undefined;
const listeners = new Set<() => void>();

function tell(next: boolean): void {
  printing = next;
  // The browser takes its picture when this returns: everything has to be open by then.
  flushSync(() => {
    for (const listener of listeners) listener();
  });
}

window.addEventListener('beforeprint', () => {
  themeBefore = document.documentElement.dataset.theme;
  document.documentElement.dataset.theme = 'light';
  tell(true);
});

window.addEventListener('afterprint', () => {
  if (themeBefore) document.documentElement.dataset.theme = themeBefore;
  tell(false);
});

/** Whether the page is being printed: all that can be folded is open then. */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => printing,
  );
}
