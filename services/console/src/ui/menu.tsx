import { DropdownMenu as Radix } from 'radix-ui';
import { useRef, type ReactNode } from 'react';

/** One thing that a menu offers. */
export interface MenuItem {
  label: string;
  icon?: ReactNode;
  /** The key that does the same, shown at its right. */
  keys?: string;
  onSelect: () => void;
  disabled?: boolean;
  /** Draws a line above it. */
  separated?: boolean;
}

interface Props {
  trigger: ReactNode;
  items: readonly MenuItem[];
  label: string;
  /** Given where a shortcut opens it too. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** A button (the trigger) and the menu that it opens. */
export function Menu({ trigger, items, label, open, onOpenChange }: Props): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  // What an item opens gives the focus back to where it was: that must be the button, as the item is gone by then.
  const select = ({ onSelect }: MenuItem) => {
    button.current?.focus();
    onSelect();
  };
  return (
    <Radix.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild ref={button}>
        {trigger}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-h-[70vh] min-w-52 overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-xl"
        >
          {items.map((item) => (
            <div key={item.label} role="none">
              {item.separated && <Radix.Separator className="my-1 h-px bg-line" />}
              <Radix.Item
                disabled={item.disabled}
                onSelect={() => select(item)}
                className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-1.5 outline-none select-none data-[disabled]:opacity-55 data-[highlighted]:bg-accent-soft max-sm:min-h-11"
              >
                {item.icon}
                <span className="flex-1">{item.label}</span>
                {item.keys && <kbd className="text-xs text-ink-soft">{item.keys}</kbd>}
              </Radix.Item>
            </div>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
