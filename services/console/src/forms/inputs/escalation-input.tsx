import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { EscalationItemView } from '../../../../api/views/escalation.schema';
import { keys } from '../../api/keys';
import { request, withQuery } from '../../api/request';
import { Combobox } from '../../ui/combobox';
import { Field } from '../../ui/field';
import { useField, useFormState, type InputProps } from '../form-context';
import { useLater } from '../use-later';

const FEW = 12;
const ASKED_AFTER_MS = 200;
const REF = /^[a-z]{1,10}-\d{1,12}$/i;

/** Another escalation, found by its ref, its account or words of it. What is typed and is a ref is taken as it is. */
export function EscalationInput({ path, schema, required }: InputProps): ReactNode {
  const { text: ref, set, blur, error } = useField(path);
  const self = useFormState().escalation;
  const [typed, setTyped] = useState<string | null>(null);
  const { found, pending } = useEscalations(typed ?? ref);
  const offered = found.filter(({ id }) => id !== self?.id);
  const chosen = offered.find((one) => one.ref.toLowerCase() === ref.toLowerCase());
  const options = offered.map((one) => ({ id: one.ref, label: one.ref, detail: <About escalation={one} /> }));
  // Taken while it is typed, not when the field is left: what it changes on the page would move the button just pressed.
  const type = (text: string) => {
    setTyped(text);
    set(REF.test(text.trim()) ? text.trim().toUpperCase() : '');
  };
  return (
    <Field label={schema.title ?? 'Escalation'} help={schema.description} error={error} required={required}>
      {(control) => (
        <>
          <Combobox
            {...{ control, options }}
            text={typed ?? ref}
            placeholder={schema.placeholder}
            nothing={pending ? 'Looking …' : 'No escalation that you may see fits'}
            onText={type}
            onChoose={(option) => {
              set(option.id);
              setTyped(null);
            }}
            onBlur={() => {
              setTyped(null);
              blur();
            }}
          />
          {chosen && (
            <p className="text-sm text-ink-soft">
              <About escalation={chosen} />
            </p>
          )}
        </>
      )}
    </Field>
  );
}

function useEscalations(words: string): { found: readonly EscalationItemView[]; pending: boolean } {
  const q = useLater(words.trim().slice(0, 200), ASKED_AFTER_MS);
  const query = { q, open: q === '' ? true : undefined, sort: 'urgency', limit: FEW };
  const { data, isPending } = useQuery({
    queryKey: keys.escalations({ ...query, chosen: true }),
    queryFn: ({ signal }) => request<{ items: EscalationItemView[] }>(withQuery('/v1/escalations', query), { signal }),
  });
  return { found: data?.items ?? [], pending: isPending };
}

function About({ escalation: { summary, account, status, owner } }: { escalation: EscalationItemView }): ReactNode {
  return (
    <>
      <span dir="auto">{summary}</span>
      <span className="block">
        <span dir="auto">{account.name}</span> · {status}
        {owner ? ` · ${owner.name}` : ' · no owner yet'}
      </span>
    </>
  );
}
