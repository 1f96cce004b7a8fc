import { useId, type ReactNode } from 'react';
import { classes } from '../ui/classes';

interface Props {
  label: string;
  help?: ReactNode;
  error?: string;
  required?: boolean;
  /** Draws a frame around what belongs together. */
  framed?: boolean;
  children: ReactNode;
}

/** Several controls that answer one question, with its label, the rule's words and what is wrong. */
export function FieldGroup({ label, help, error, required, framed, children }: Props): ReactNode {
  const id = useId();
  const describedBy = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <fieldset
      aria-describedby={describedBy || undefined}
      className={classes('min-w-0 space-y-2', framed && 'rounded-xl border border-line px-4 pt-1 pb-4')}
    >
      <legend className={classes('font-medium', framed && '-ml-1 px-1')}>
        {label} {!required && <span className="font-normal text-ink-soft">(optional)</span>}
      </legend>
      {help && (
        <p id={`${id}-help`} className="text-sm text-ink-soft">
          {help}
        </p>
      )}
      {children}
      {error && (
        <p id={`${id}-error`} className="text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
