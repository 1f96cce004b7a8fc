import type { ReactNode } from 'react';
import { classes } from '../../ui/classes';
import { Field, inputClasses } from '../../ui/field';
import { CharacterCounter } from '../character-counter';
import { useField, type InputProps } from '../form-context';

/** Text of many lines; it grows with what is written. */
export function LongTextInput({ path, schema, required }: InputProps): ReactNode {
  const { text, set, blur, error } = useField(path);
  return (
    <Field label={schema.title ?? path.at(-1) ?? ''} help={schema.description} error={error} required={required}>
      {(control) => (
        <>
          <textarea
            {...control}
            dir="auto"
            rows={4}
            placeholder={schema.placeholder}
            value={text}
            onChange={(event) => set(event.target.value)}
            onBlur={blur}
            className={classes(inputClasses, 'max-h-[60vh] min-h-24 max-sm:min-h-24 resize-y [field-sizing:content]')}
          />
          <CharacterCounter length={text.length} max={schema.maxLength} />
        </>
      )}
    </Field>
  );
}
