import type { ReactNode } from 'react';
import { Field, inputClasses } from '../../ui/field';
import { CharacterCounter } from '../character-counter';
import { useField, type InputProps } from '../form-context';

/** A line of text, a mail address or a day. */
export function TextInput({ path, schema, required }: InputProps): ReactNode {
  const { text, set, blur, error } = useField(path);
  const type = schema.format === 'email' ? 'email' : schema.format === 'date' ? 'date' : 'text';
  return (
    <Field label={schema.title ?? path.at(-1) ?? ''} help={schema.description} error={error} required={required}>
      {(control) => (
        <>
          <input
            {...control}
            type={type}
            dir={type === 'text' ? 'auto' : undefined}
            autoComplete="off"
            placeholder={schema.placeholder}
            value={text}
            onChange={(event) => set(event.target.value)}
            onBlur={blur}
            className={inputClasses}
          />
          <CharacterCounter length={text.length} max={schema.maxLength} />
        </>
      )}
    </Field>
  );
}
