import { Dialog as Radix } from 'radix-ui';
import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { classes } from './classes';

interface Props {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** One sentence under the title, read out with it. */
  description?: string;
  /** `panel` fills the right side, for forms that one compares with the page behind. */
  shape?: 'box' | 'wide' | 'panel';
  children: ReactNode;
}

const shapes = {
  box: 'sm:top-[10vh] sm:left-1/2 sm:-translate-x-1/2 sm:max-w-lg sm:rounded-xl sm:max-h-[80vh]',
  wide: 'sm:top-[6vh] sm:left-1/2 sm:-translate-x-1/2 sm:max-w-3xl sm:rounded-xl sm:max-h-[88vh]',
  panel: 'sm:top-0 sm:right-0 sm:h-full sm:max-w-2xl',
} as const;

/** A window over the page: the focus stays in it, Escape closes it, and the focus returns to where it was. */
export function Dialog({ open, onOpenChange, title, description, shape = 'box', children }: Props): ReactNode {
  const opener = useRef<Element>(null);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-shade" />
        <Radix.Content
          className={classes(
            'fixed inset-0 z-50 flex w-full flex-col overflow-hidden border border-line bg-surface shadow-2xl sm:inset-auto',
            shapes[shape],
          )}
          {...(description ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          onCloseAutoFocus={() => giveBack(opener.current)}
        >
          <header className="flex items-start gap-3 border-b border-line px-5 py-4">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
              {description && <Radix.Description className="text-ink-soft">{description}</Radix.Description>}
            </div>
            <Radix.Close
              aria-label="Close"
              className="inline-flex size-9 shrink-0 items-center justify-center rounded-md hover:bg-sunken max-sm:size-11"
            >
              <X aria-hidden className="size-5" />
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Radix knows only of its own triggers; our windows are opened by the address, by menus and by keys as well. */
function giveBack(opener: Element | null): void {
  if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
  requestAnimationFrame(keepFocus);
}

/** What opened the window may be gone with it: then the focus goes to the page, where the next Tab finds its first thing. */
function keepFocus(): void {
  if (document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true });
}
