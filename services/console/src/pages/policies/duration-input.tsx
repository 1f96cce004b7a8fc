import { useState, type ReactNode } from 'react';
import { classes } from '../../ui/classes';
import { inputClasses, type ControlProps } from '../../ui/field';
import { durationWords, typedDuration } from './duration-words';

interface Props {
  control: ControlProps | { 'aria-label': string };
  /** ISO 8601; undefined: not said. */
  value: unknown;
  onChange: (value: string | undefined) => void;
  placeholder?: string;
  disabled?: boolean;
}

/** A length of time as people write it: `3 d 4 h`. What is none is kept as it was typed, and the server says so. */
export function DurationInput({ control, value, onChange, placeholder, disabled }: Props): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  const written = typeof value === 'string' ? durationWords(value) : '';
  const isWrong = typed !== null && typed.trim() !== '' && typedDuration(typed) === null;
  return (
    <input
      {...control}
      aria-invalid={isWrong || undefined}
      className={classes(inputClasses, 'max-w-40')}
      placeholder={placeholder ?? '2 h 30 min'}
      maxLength={60}
      value={typed ?? written}
      disabled={disabled}
      onChange={({ target: { value: text } }) => {
        setTyped(text);
        onChange(text.trim() === '' ? undefined : (typedDuration(text) ?? text.trim()));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
