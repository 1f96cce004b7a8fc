import type { ReactNode } from 'react';
import { momentInFull, useMomentStyle } from '../../time/moment';
import { clockWords } from '../../words/clock-words';
import { FieldGroup } from '../field-group';
import { useField, useFormState, type InputProps } from '../form-context';
import { OptionChips } from './option-chips';

/** One of the clocks that have run out, or all of them. */
export function ClockInput({ path, schema, required }: InputProps): ReactNode {
  const { text, set, blur, error } = useField(path);
  const { escalation } = useFormState();
  const style = useMomentStyle();
  const out = (escalation?.clocks ?? []).filter(({ state, metAt }) => state === 'breached' && metAt === null);
  const options = out.map(({ id, dueAt }) => ({
    value: id,
    label: `${clockWords(id, escalation ?? {})}, due ${momentInFull(dueAt, style)}`,
  }));
  return (
    <FieldGroup label={schema.title ?? 'Clock'} error={error} required={required}>
      <OptionChips
        stacked
        options={required ? options : [{ value: '', label: 'Every clock that has run out' }, ...options]}
        value={text}
        onChange={set}
        onBlur={blur}
      />
    </FieldGroup>
  );
}
