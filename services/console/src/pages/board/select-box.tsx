import { Check, Minus } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { classes } from '../../ui/classes';

interface Props {
  label: string;
  checked: boolean | 'mixed';
  onPress: (event: MouseEvent) => void;
}

/** A box to select something with; the page's keys work while it has the focus. */
export function SelectBox({ label, checked, onPress }: Props): ReactNode {
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={checked}
      aria-label={label}
      onClick={onPress}
      className="relative z-10 inline-flex size-9 items-center justify-center rounded-md max-sm:size-11"
    >
      <span
        className={classes(
          'inline-flex size-5 items-center justify-center rounded border',
          checked ? 'border-accent bg-accent text-accent-ink' : 'border-line-strong bg-surface',
        )}
      >
        {checked === 'mixed' ? (
          <Minus aria-hidden className="size-4" />
        ) : (
          checked && <Check aria-hidden className="size-4" />
        )}
      </span>
    </button>
  );
}
