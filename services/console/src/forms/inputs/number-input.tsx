import type { ReactNode } from 'react';
import { Field, inputClasses } from '../../ui/field';
import { FieldGroup } from '../field-group';
import { useField, type InputProps } from '../form-context';
import { OptionChips } from './option-chips';

/** A scale of so many steps is shown whole. */
const MOST_STEPS = 10;

/** A number: a short scale to choose from, else a field. What is typed and is no number stays, and is refused. */
export function NumberInput({ path, schema, required }: InputProps): ReactNode {
  const { value, set, blur, error } = useField(path);
  const label = schema.title ?? path.at(-1) ?? '';
  const { minimum = -Infinity, maximum = Infinity } = schema;
  const whole = schema.type === 'number' ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  if (maximum - minimum < MOST_STEPS) {
    const steps = Array.from({ length: maximum - minimum + 1 }, (_, index) => String(minimum + index));
    const options = steps.map((step) => ({ value: step, label: step }));
    return (
      <FieldGroup label={label} help={schema.description} error={error} required={required}>
        <OptionChips
          options={required ? options : [...options, { value: '', label: 'None' }]}
          value={text}
          onChange={(step) => set(step === '' ? '' : Number(step))}
          onBlur={blur}
          invalid={Boolean(error)}
        />
      </FieldGroup>
    );
  }
  return (
    <Field label={label} help={schema.description} error={error} required={required}>
      {(control) => (
        <input
          {...control}
          inputMode="numeric"
          value={text}
          onChange={(event) => set(whole.test(event.target.value) ? Number(event.target.value) : event.target.value)}
          onBlur={blur}
          className={inputClasses}
        />
      )}
    </Field>
  );
}
