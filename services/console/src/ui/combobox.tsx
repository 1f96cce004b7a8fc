import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { classes } from './classes';
import { inputClasses, type ControlProps } from './field';

/** One thing that can be chosen. */
export interface ComboboxOption {
  id: string;
  /** What stands in the field once it is chosen. */
  label: string;
  /** Under the label: who or what that is. */
  detail?: ReactNode;
  /** Why it cannot be chosen. */
  refusal?: string;
}

interface Props {
  control: ControlProps;
  options: readonly ComboboxOption[];
  /** What stands in the field. */
  text: string;
  placeholder?: string;
  /** Shown where nothing matches. */
  nothing: string;
  onText: (text: string) => void;
  onChoose: (option: ComboboxOption) => void;
  onBlur?: () => void;
}

/** A field with a list below it that narrows while one types. Arrows move, Enter chooses, Escape closes the list only. */
export function Combobox({ control, options, text, placeholder, nothing, onText, onChoose, onBlur }: Props): ReactNode {
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const current = open ? options[active] : undefined;
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const choose = (option: ComboboxOption | undefined) => {
    if (!option || option.refusal) return;
    onChoose(option);
    close();
  };
  const move = (by: number) => {
    setOpen(true);
    setActive((active + by + (active < 0 && by < 0 ? 1 : 0) + options.length) % Math.max(1, options.length));
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && open) choose(current);
    else return;
    event.preventDefault();
  };
  useEscape(open, close);
  return (
    <div className="relative">
      <input
        {...control}
        {...{ role: 'combobox', autoComplete: 'off', dir: 'auto', placeholder }}
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
        value={text}
        onChange={(event) => {
          onText(event.target.value);
          setOpen(true);
          setActive(event.target.value ? 0 : -1);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={keyed}
        onBlur={() => {
          close();
          onBlur?.();
        }}
        className={inputClasses}
      />
      <Options {...{ listId, open, options, nothing, choose }} activeId={current?.id} />
    </div>
  );
}

interface OptionsProps {
  listId: string;
  open: boolean;
  options: readonly ComboboxOption[];
  nothing: string;
  activeId: string | undefined;
  choose: (option: ComboboxOption) => void;
}

function Options({ listId, open, options, nothing, activeId, choose }: OptionsProps): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) list.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  useEffect(() => {
    if (activeId) document.getElementById(`${listId}-${activeId}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, activeId]);
  return (
    <div
      ref={list}
      className={classes(
        'absolute inset-x-0 top-full z-20 mt-1 rounded-lg border border-line bg-raised shadow-xl',
        !open && 'hidden',
      )}
    >
      <ul id={listId} role="listbox" aria-label="What matches" className="max-h-72 overflow-y-auto p-1">
        {options.map((option) => (
          <li
            key={option.id}
            id={`${listId}-${option.id}`}
            role="option"
            aria-selected={option.id === activeId}
            aria-disabled={option.refusal ? true : undefined}
            // The field keeps the focus while something is chosen by the pointer.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
            className={classes(
              'min-h-10 cursor-pointer rounded-md px-3 py-1.5 max-sm:min-h-11',
              'aria-disabled:cursor-not-allowed aria-disabled:text-ink-soft',
              option.id === activeId ? 'bg-accent-soft' : 'hover:bg-sunken',
            )}
          >
            <span className="block" dir="auto">
              {option.label}
            </span>
            {(option.detail ?? option.refusal) && (
              <span className="block text-sm text-ink-soft">
                {option.detail}
                {option.refusal && ` – ${option.refusal}`}
              </span>
            )}
          </li>
        ))}
      </ul>
      {options.length === 0 && <p className="px-4 pb-3 text-ink-soft">{nothing}</p>}
    </div>
  );
}

/** Escape closes the list before any window around it hears of the key. */
function useEscape(open: boolean, close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    if (!open) return;
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      latest.current();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [open]);
}
