import type { ReactNode } from 'react';
import { Field, inputClasses } from '../../ui/field';
import { FieldGroup } from '../field-group';
import { useField, type InputProps } from '../form-context';
import { optionWords } from '../option-words';
import { OptionChips } from './option-chips';

/** So many answers are shown side by side; more stand in a list. */
const MOST_CHIPS = 4;

/** One of several words. */
export function ChoiceInput({ path, schema, required }: InputProps): ReactNode {
  const { text, set, blur, error } = useField(path);
  const field = path.at(-1) ?? '';
  const label = schema.title ?? field;
  const options = (schema.enum ?? []).map((value) => ({ value, label: optionWords(field, value) }));
  if (options.length <= MOST_CHIPS && required) {
    return (
      <FieldGroup label={label} help={schema.description} error={error} required={required}>
        <OptionChips options={options} value={text} onChange={set} onBlur={blur} invalid={Boolean(error)} />
      </FieldGroup>
    );
  }
  return (
    <Field label={label} help={schema.description} error={error} required={required}>
      {(control) => (
        <select
          {...control}
          value={text}
          onChange={(event) => set(event.target.value)}
          onBlur={blur}
          className={inputClasses}
        >
          <option value="">{required ? 'Choose …' : 'Not said'}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
