import { Command } from 'cmdk';
import { useState, type ReactNode } from 'react';
import { inputClasses } from '../ui/field';
import { usePaletteGroups } from './use-palette-groups';

/** So many of each group are listed. */
const MOST = 8;

/** The list of the palette: what matches what is typed, by group. */
export default function PaletteCommands({ onDone }: { onDone: () => void }): ReactNode {
  const [typed, setTyped] = useState('');
  const groups = usePaletteGroups(typed.trim());
  return (
    <Command label="Search or do" shouldFilter={false} loop>
      <Command.Input
        value={typed}
        onValueChange={(value) => setTyped(value.slice(0, 200))}
        placeholder="Type a ref, a customer, a name, or what you want to do"
        className={inputClasses}
        autoFocus
      />
      <Command.List label="Results" className="mt-3 max-h-[50vh] overflow-y-auto">
        {groups.every(({ choices }) => choices.length === 0) && (
          <p className="px-2 py-6 text-center text-ink-soft">Nothing is called that.</p>
        )}
        {groups
          .filter(({ choices }) => choices.length > 0)
          .map(({ title, choices }) => (
            <Command.Group
              key={title}
              heading={title}
              className="mb-2 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-ink-soft"
            >
              {choices.slice(0, MOST).map(({ id, label, detail, run }) => (
                <Command.Item
                  key={id}
                  value={id}
                  onSelect={() => {
                    onDone();
                    run();
                  }}
                  className="flex min-h-10 cursor-pointer items-center gap-3 rounded-md px-2 py-1.5 data-[selected=true]:bg-accent-soft max-sm:min-h-11"
                >
                  <span dir="auto" className="min-w-0 flex-1 truncate">
                    {label}
                  </span>
                  {detail && (
                    <span dir="auto" className="max-w-[45%] truncate text-sm text-ink-soft">
                      {detail}
                    </span>
                  )}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
      </Command.List>
    </Command>
  );
}
