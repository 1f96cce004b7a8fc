import type { ReactNode } from 'react';
import { isUsable } from '../../words/approval-words';
import { FieldGroup } from '../field-group';
import { useField, useFormState, type InputProps } from '../form-context';
import { ApprovalFacts } from './approval-facts';
import { OptionChips } from './option-chips';

/** A decision, shown in full once it is chosen: nobody decides on what they have not read. */
export function ApprovalInput({ path, schema, required }: InputProps): ReactNode {
  const { text, set, blur, error } = useField(path);
  const { escalation } = useFormState();
  const offered = (escalation?.approvals ?? []).filter((approval) =>
    schema.pick === 'approved' ? isUsable(approval) : approval.state === 'open',
  );
  const chosen = offered.find(({ id }) => id === text);
  const options = offered.map((approval) => ({
    value: approval.id,
    label: (
      <>
        <span dir="auto">{approval.what}</span>
        <span className="block text-sm">asked by {approval.requestedBy.name}</span>
      </>
    ),
  }));
  const onlyOne = required && options.length === 1 && chosen !== undefined;
  return (
    <FieldGroup label={schema.title ?? 'Decision'} help={schema.description} error={error} required={required}>
      {options.length === 0 && <p className="text-ink-soft">Nothing waits for a decision.</p>}
      {!onlyOne && (
        <OptionChips
          stacked
          options={required ? options : [...options, { value: '', label: 'None of them' }]}
          value={text}
          onChange={set}
          onBlur={blur}
          invalid={Boolean(error)}
        />
      )}
      {chosen && escalation && (
        <div className="rounded-xl border border-line bg-sunken p-4">
          <ApprovalFacts approval={chosen} told={escalation} />
        </div>
      )}
    </FieldGroup>
  );
}
