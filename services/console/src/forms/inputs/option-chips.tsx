import { useId, type ReactNode } from 'react';
import { classes } from '../../ui/classes';

/** One of the answers. */
export interface Option {
  value: string;
  label: ReactNode;
}

interface Props {
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  invalid?: boolean;
  /** One below the other, for long answers. */
  stacked?: boolean;
}

/** Answers side by side, of which one is chosen. Stands in a `FieldGroup`, which asks. */
export function OptionChips({ options, value, onChange, onBlur, invalid, stacked }: Props): ReactNode {
  const name = useId();
  return (
    <div className={classes('flex gap-2', stacked ? 'flex-col' : 'flex-wrap')}>
      {options.map((option) => (
        <label
          key={option.value}
          className={classes(
            'flex min-h-10 min-w-0 cursor-pointer items-center gap-2 rounded-md border bg-surface px-3 py-1.5 max-sm:min-h-11',
            'has-[:checked]:border-accent has-[:checked]:bg-accent-soft has-[:checked]:text-accent',
            'has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-focus',
            invalid ? 'border-danger' : 'border-line-strong',
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            onBlur={onBlur}
            className="size-4 shrink-0 accent-accent outline-none"
          />
          <span className="min-w-0">{option.label}</span>
        </label>
      ))}
    </div>
  );
}
