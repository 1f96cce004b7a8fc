import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../api/views/escalation.schema';
import { keys } from '../../api/keys';
import { usePeople } from '../../api/people';
import { request, withQuery } from '../../api/request';
import { useField } from '../../forms/form-context';
import { useLater } from '../../forms/use-later';
import { Combobox } from '../../ui/combobox';
import { Field } from '../../ui/field';
import { factWords, moneyWords } from '../../words/fact-words';
import { raiseFields } from './raise-fields';

type Account = Omit<EscalationView['account'], 'csm'>;

const PATH = ['account', 'name'];
const ASK_AFTER_MS = 200;
const MOST_SHOWN = 10;

/** The customer's company: one that is known, found by the beginning of its name, or a new one. */
export function AccountInput(): ReactNode {
  const { text, set, blur, error, pointer } = useField(PATH);
  const asked = useLater(text.trim(), ASK_AFTER_MS);
  const { data } = useQuery({
    queryKey: keys.accounts(asked),
    queryFn: ({ signal }) =>
      request<{ items: Account[] }>(withQuery('/v1/accounts', { q: asked, limit: MOST_SHOWN }), { signal }),
    placeholderData: keepPreviousData,
  });
  const accounts = data?.items ?? [];
  const known = accounts.find(({ name }) => folded(name) === folded(text));
  const schema = raiseFields.properties?.account?.properties?.name;
  return (
    <div data-pointer={pointer}>
      <Field label={schema?.title ?? ''} help={schema?.description} error={error} required>
        {(control) => (
          <>
            <Combobox
              control={control}
              options={accounts.map((account) => ({
                ...{ id: account.id, label: account.name },
                detail: `${factWords(account.tier)}${account.customerSince ? `, customer since ${account.customerSince.slice(0, 4)}` : ''}`,
              }))}
              text={text}
              placeholder="Type the beginning of the name"
              nothing={
                text.trim()
                  ? `“${text.trim().slice(0, 60)}” becomes a new account`
                  : 'No account is known yet: type a name'
              }
              onText={set}
              onChoose={({ label }) => set(label)}
              onBlur={blur}
            />
            {text.trim() !== '' && (
              <p className="text-sm text-ink-soft">{known ? <Known account={known} /> : data && 'A new account.'}</p>
            )}
          </>
        )}
      </Field>
    </div>
  );
}

function Known({ account: { tier, arr, customerSince, csmId } }: { account: Account }): ReactNode {
  const csm = usePeople().find(({ id }) => id === csmId)?.name;
  const words = [
    `Tier ${factWords(tier)}`,
    arr && `${moneyWords(arr)} a year`,
    customerSince && `customer since ${customerSince}`,
    csm && `CSM ${csm}`,
  ];
  return words.filter(Boolean).join(' · ');
}

function folded(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
