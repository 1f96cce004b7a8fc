import type { ReactNode } from 'react';
import { momentInFull, useMomentStyle } from '../../time/moment';
import { FieldGroup } from '../field-group';
import { useField, useFormState, type InputProps } from '../form-context';
import { OptionChips } from './option-chips';

/** One of the promises that are still owed. */
export function CommitmentInput({ path, schema, required }: InputProps): ReactNode {
  const { text, set, blur, error } = useField(path);
  const { escalation } = useFormState();
  const style = useMomentStyle();
  const owed = (escalation?.commitments ?? []).filter(({ state }) => state === 'open' || state === 'broken');
  const options = owed.map((promise) => ({
    value: promise.id,
    label: (
      <>
        <span dir="auto">{promise.text}</span>
        <span className="block text-sm">
          {promise.state === 'broken' ? 'broken: was due' : 'due'} {momentInFull(promise.dueAt, style)},{' '}
          {promise.responsible.name}
        </span>
      </>
    ),
  }));
  return (
    <FieldGroup label={schema.title ?? 'Commitment'} help={schema.description} error={error} required={required}>
      {options.length === 0 && <p className="text-ink-soft">Nothing that was promised is still owed.</p>}
      <OptionChips stacked options={options} value={text} onChange={set} onBlur={blur} invalid={Boolean(error)} />
    </FieldGroup>
  );
}
