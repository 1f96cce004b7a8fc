import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { childrenPath, type RaisedChildren } from '../../api/children';
import { keys } from '../../api/keys';
import { request } from '../../api/request';
import { useDeed } from '../../api/use-deed';
import { digest, newRequestKey } from '../../forms/request-key';
import { Button } from '../../ui/button';
import { Field, inputClasses } from '../../ui/field';
import { ProblemBox } from '../../ui/problem-box';
import { accountRows, MOST_ACCOUNTS, type AccountRow } from './account-list';
import { ListPreview } from './list-preview';

/** Raises an escalation for each account of a pasted or chosen list. */
export function RaiseList({ umbrella }: { umbrella: string }): ReactNode {
  const client = useQueryClient();
  const { run, busy, error } = useDeed();
  const [text, setText] = useState('');
  const [key, setKey] = useState(newRequestKey);
  const [done, setDone] = useState<{ rows: readonly AccountRow[]; answer: RaisedChildren } | null>(null);
  const rows = accountRows(text);
  const wrong = rows.filter((row) => row.wrong !== null).length;
  const isReady = rows.length > 0 && wrong === 0 && rows.length <= MOST_ACCOUNTS;
  const change = (next: string) => {
    setText(next);
    setDone(null);
  };
  const raise = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    void run(async () => {
      const body = { items: rows.map(itemOf) };
      const idempotencyKey = `${key}.${digest(body)}`;
      const answer = await request<RaisedChildren>(childrenPath(umbrella), { method: 'POST', body, idempotencyKey });
      setDone({ rows, answer });
      // What was refused may be sent again once it is mended.
      if (answer.refused === 0) setText('');
      setKey(newRequestKey());
      for (const queryKey of [keys.escalations(), keys.escalation(umbrella)])
        void client.invalidateQueries({ queryKey });
    });
  };
  return (
    <form onSubmit={raise} className="space-y-3" aria-label="Raise from a list">
      <label className="block">
        <span className="font-medium">Choose a CSV file</span>
        <input
          type="file"
          accept=".csv,text/csv,text/plain"
          className={`${inputClasses} mt-1`}
          onChange={({ target: { files } }) => void files?.[0]?.text().then(change)}
        />
      </label>
      <Field
        label="Or paste the list"
        help={`A line each: account, contact, mail. ${MOST_ACCOUNTS} at most; all else is as in ${umbrella}.`}
        required
      >
        {(control) => (
          <textarea
            {...control}
            rows={6}
            spellCheck={false}
            dir="auto"
            className={inputClasses}
            placeholder={'Acme GmbH, Ada Brandt, ada@acme.example'}
            value={text}
            onChange={(event) => change(event.target.value)}
          />
        )}
      </Field>
      {(rows.length > 0 || done) && <ListPreview rows={done?.rows ?? rows} answer={done?.answer ?? null} />}
      {rows.length > MOST_ACCOUNTS && (
        <p role="alert" className="text-danger">
          {rows.length} are too many: {MOST_ACCOUNTS} go at once.
        </p>
      )}
      <ProblemBox error={error} />
      <Button kind="primary" type="submit" busy={busy} disabled={!isReady}>
        {busy ? 'Raising …' : rows.length === 1 ? 'Raise it' : `Raise ${rows.length || 'them'}`}
      </Button>
      {wrong > 0 && (
        <span role="status" className="ml-3 text-danger">
          {wrong === 1 ? 'One line is wrong.' : `${wrong} lines are wrong.`}
        </span>
      )}
    </form>
  );
}

function itemOf({ account, contact, mail }: AccountRow) {
  const person = { ...(contact && { name: contact }), ...(mail && { email: mail }) };
  return { account: { name: account }, ...(contact || mail ? { contact: person } : {}) };
}
