import { useId, type ReactNode } from 'react';
import { classes } from './classes';

/** How anything that one types into looks. */
export const inputClasses = classes(
  'w-full rounded-md border border-line-strong bg-surface px-3 py-2 text-ink',
  'min-h-10 max-sm:min-h-11 max-sm:text-base',
  'aria-[invalid=true]:border-danger disabled:opacity-60',
);

/** What ties a control to its label, help and error; spread it on the control. */
export interface ControlProps {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  'aria-required'?: true;
}

interface Props {
  label: string;
  /** The rule's words. */
  help?: ReactNode;
  error?: string;
  required?: boolean;
  children: (control: ControlProps) => ReactNode;
}

/** A control with its label, the rule's words and what is wrong with it. */
export function Field({ label, help, error, required, children }: Props): ReactNode {
  const id = useId();
  const describedBy = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="space-y-1">
      <label htmlFor={id} className="block font-medium">
        {label} {!required && <span className="font-normal text-ink-soft">(optional)</span>}
      </label>
      {help && (
        <p id={`${id}-help`} className="text-sm text-ink-soft">
          {help}
        </p>
      )}
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required ? true : undefined,
      })}
      {error && (
        <p id={`${id}-error`} className="text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
