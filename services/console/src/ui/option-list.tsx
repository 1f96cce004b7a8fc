import { Check, Search } from 'lucide-react';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { classes } from './classes';
import { inputClasses } from './field';

/** One thing to choose. */
export interface Option {
  value: string;
  label: string;
  /** A word more, beside it. */
  detail?: string;
  /** Those that follow each other with the same title stand under it. */
  group?: string;
}

interface Props {
  /** What is chosen: its accessible name. */
  label: string;
  options: readonly Option[];
  chosen: readonly string[];
  onChoose: (option: Option) => void;
  /** Several can be chosen. */
  multiple?: boolean;
  /** Given where the options come from a search; else what is typed filters those that are there. */
  onType?: (text: string) => void;
  /** What to say where nothing fits. */
  empty?: string;
  /** Something to do: nothing stays chosen, so no room is kept for a tick. */
  plain?: boolean;
}

/** A field to type into and below it what fits; arrows and Enter choose, while the focus stays in the field. */
export function OptionList({ label, options, chosen, onChoose, multiple, onType, empty, plain }: Props): ReactNode {
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const shown = onType ? options : options.filter((option) => fits(option, text));
  const active = shown[Math.min(at, shown.length - 1)];
  const onKeyDown = (event: KeyboardEvent) => {
    const to = stepOf(event.key, at, shown.length);
    if (to !== null) setAt(to);
    else if (event.key === 'Enter' && active) onChoose(active);
    else return;
    event.preventDefault();
  };
  return (
    <div className="flex min-h-0 flex-col gap-2">
      <div className="relative">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-soft"
        />
        <input
          {...{ role: 'combobox', 'aria-expanded': true, 'aria-controls': `${id}-list`, 'aria-autocomplete': 'list' }}
          // It opens when one wants to choose.
          autoFocus
          aria-label={label}
          aria-activedescendant={active ? `${id}-${active.value}` : undefined}
          className={classes(inputClasses, 'pl-9')}
          placeholder="Type to find"
          maxLength={200}
          autoComplete="off"
          value={text}
          onChange={({ target: { value } }) => {
            setText(value);
            setAt(0);
            onType?.(value);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul
        {...{ id: `${id}-list`, role: 'listbox', 'aria-label': label, 'aria-multiselectable': multiple || undefined }}
        className={classes('overflow-y-auto', plain ? 'max-h-[55vh]' : 'max-h-72')}
      >
        {grouped(shown).map(({ title, options: together }) => (
          <Group key={together[0]?.value} title={title}>
            {together.map((option) => (
              <OptionRow
                key={option.value}
                {...{ option, id: `${id}-${option.value}`, onChoose, plain }}
                active={option === active}
                chosen={chosen.includes(option.value)}
              />
            ))}
          </Group>
        ))}
      </ul>
      {shown.length === 0 && <p className="px-2 pb-1 text-ink-soft">{empty ?? 'Nothing fits.'}</p>}
    </div>
  );
}

function Group({ title, children }: { title: string | undefined; children: ReactNode }): ReactNode {
  if (title === undefined) return children;
  return (
    <li role="none" className="mb-1">
      <p aria-hidden className="px-2 pt-1 text-xs font-semibold text-ink-soft">
        {title}
      </p>
      <ul role="group" aria-label={title}>
        {children}
      </ul>
    </li>
  );
}

interface RowProps {
  plain: boolean | undefined;
  id: string;
  option: Option;
  active: boolean;
  chosen: boolean;
  onChoose: (option: Option) => void;
}

function OptionRow({ id, option, active, chosen, onChoose, plain }: RowProps): ReactNode {
  return (
    <li
      {...{ id, role: 'option', 'aria-selected': chosen }}
      ref={(element) => {
        if (active) element?.scrollIntoView({ block: 'nearest' });
      }}
      onClick={() => onChoose(option)}
      // A press must not take the focus away from the field.
      onPointerDown={(event) => event.preventDefault()}
      className={classes(
        'flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-2 py-1 max-sm:min-h-11',
        active ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      {!plain && <Check aria-hidden className={classes('size-4 shrink-0', !chosen && 'invisible')} />}
      <span className="min-w-0 shrink-0 grow basis-1/2 truncate" title={option.label}>
        {option.label}
      </span>
      {option.detail && <span className="max-w-[45%] truncate text-sm text-ink-soft">{option.detail}</span>}
    </li>
  );
}

function grouped(options: readonly Option[]): { title: string | undefined; options: Option[] }[] {
  const groups: { title: string | undefined; options: Option[] }[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.title === option.group) last.options.push(option);
    else groups.push({ title: option.group, options: [option] });
  }
  return groups;
}

function fits({ label, detail, group }: Option, text: string): boolean {
  const where = `${label} ${detail ?? ''} ${group ?? ''}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => where.includes(word));
}

function stepOf(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'PageDown') return Math.min(at + 8, count - 1);
  if (key === 'PageUp') return Math.max(at - 8, 0);
  return null;
}
