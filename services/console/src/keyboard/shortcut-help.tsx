import { useEffect, useState, type ReactNode } from 'react';
import { Dialog } from '../ui/dialog';
import { onOpen } from './open';
import { activeShortcuts, type Shortcut } from './shortcuts';

const groups = ['This page', 'Go to', 'Anywhere'] as const;
const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The list of shortcuts that work on this page. */
export function ShortcutHelp(): ReactNode {
  const [shown, setShown] = useState<Shortcut[] | null>(null);
  useEffect(() => onOpen('help', () => setShown(activeShortcuts())), []);
  return (
    <Dialog
      open={shown !== null}
      onOpenChange={(open) => !open && setShown(null)}
      title="Keyboard shortcuts"
      description="They rest while you type. A sequence such as g b is pressed one key after the other."
    >
      <div className="grid gap-6 sm:grid-cols-2">
        {groups.map((group) => (
          <ShortcutGroup key={group} title={group} shortcuts={(shown ?? []).filter((one) => one.group === group)} />
        ))}
      </div>
    </Dialog>
  );
}

function ShortcutGroup({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }): ReactNode {
  if (shortcuts.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1 font-semibold">{title}</h3>
      <dl className="space-y-1">
        {shortcuts.map(({ keys, what }) => (
          <div key={keys} className="flex items-center gap-3">
            <dt className="min-w-24 space-x-1">
              {keys.split(' ').map((key) => (
                <kbd key={key} className="rounded border border-line-strong bg-sunken px-1.5 py-0.5 text-sm">
                  {key.replace('mod+', isMac ? '⌘' : 'Ctrl ')}
                </kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
