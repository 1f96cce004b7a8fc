import { Toast as Radix } from 'radix-ui';
import { X } from 'lucide-react';
import { useSyncExternalStore, type ReactNode } from 'react';

/** A word that something was done, with a way back where there is one. */
export interface ToastMessage {
  text: string;
  action?: { label: string; onSelect: () => void };
}

type Shown = ToastMessage & { id: number };
const listeners = new Set<() => void>();
let shown: readonly Shown[] = [];
let lastId = 0;

function change(next: readonly Shown[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Shows a word for some seconds; the newest three stay. */
export function toast(message: ToastMessage | string): void {
  lastId += 1;
  change([...shown.slice(-2), { id: lastId, ...(typeof message === 'string' ? { text: message } : message) }]);
}

/** Where toasts appear. Once, in the shell. */
export function Toasts(): ReactNode {
  const messages = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
  return (
    <Radix.Provider swipeDirection="right" duration={7_000}>
      {messages.map(({ id, text, action }) => (
        <Radix.Root
          key={id}
          onOpenChange={(open) => !open && change(shown.filter((one) => one.id !== id))}
          className="flex items-center gap-3 rounded-lg border border-line bg-raised py-2 pr-2 pl-4 shadow-xl"
        >
          <Radix.Description className="flex-1">{text}</Radix.Description>
          {action && (
            <Radix.Action
              altText={action.label}
              onClick={action.onSelect}
              className="rounded-md px-2 py-1 font-medium text-accent hover:bg-sunken"
            >
              {action.label}
            </Radix.Action>
          )}
          <Radix.Close
            aria-label="Dismiss"
            className="inline-flex size-8 items-center justify-center rounded-md hover:bg-sunken max-sm:size-11"
          >
            <X aria-hidden className="size-4" />
          </Radix.Close>
        </Radix.Root>
      ))}
      <Radix.Viewport
        data-noprint
        className="fixed right-0 bottom-0 z-[60] flex w-[min(26rem,100vw)] flex-col gap-2 p-4 max-sm:bottom-14"
      />
    </Radix.Provider>
  );
}
