import type { ReactNode } from 'react';
import { FieldGroup } from '../field-group';
import { useField, type InputProps } from '../form-context';
import { OptionChips } from './option-chips';

const YES_NO = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];
const NOT_SAID = { value: '', label: 'Not said' };

/** Yes or no; nothing is presumed where nobody has answered. */
export function YesNoInput({ path, schema, required }: InputProps): ReactNode {
  const { value, set, blur, error } = useField(path);
  const chosen = typeof value === 'boolean' ? String(value) : '';
  return (
    <FieldGroup label={schema.title ?? path.at(-1) ?? ''} help={schema.description} error={error} required={required}>
      <OptionChips
        options={required || schema.default !== undefined ? YES_NO : [...YES_NO, NOT_SAID]}
        value={chosen}
        onChange={(word) => set(word === '' ? '' : word === 'true')}
        onBlur={blur}
        invalid={Boolean(error)}
      />
    </FieldGroup>
  );
}
