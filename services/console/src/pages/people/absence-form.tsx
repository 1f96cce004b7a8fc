import { useState, type FormEvent, type ReactNode } from 'react';
import { absencesPath } from '../../api/absences';
import { ApiProblem } from '../../api/problem';
import { request } from '../../api/request';
import { useDeed } from '../../api/use-deed';
import { digest, newRequestKey } from '../../forms/request-key';
import { momentAt } from '../../forms/zoned-time';
import { useMomentStyle } from '../../time/moment';
import { Button } from '../../ui/button';
import { Field, inputClasses } from '../../ui/field';
import { ProblemBox } from '../../ui/problem-box';
import { toast } from '../../ui/toast';
import { PersonPicker } from './person-picker';

interface Props {
  person: { id: string; name: string; zone: string };
  isMe: boolean;
  /** Whether somebody may be named to stand in. */
  mayName: (delegateId: string) => boolean;
  onAdded: () => Promise<void>;
}

const NOTHING = { from: '', until: '', delegateId: '', note: '' };

/** Writes down that somebody is away: days of their own zone, or moments in that of whoever writes. */
export function AbsenceForm({ person, isMe, mayName, onAdded }: Props): ReactNode {
  const { timeZone } = useMomentStyle();
  const { run, busy, error } = useDeed();
  const [byHour, setByHour] = useState(false);
  const [typed, setTyped] = useState(NOTHING);
  const [key, setKey] = useState(newRequestKey);
  const set = (part: Partial<typeof NOTHING>) => setTyped((before) => ({ ...before, ...part }));
  const isReady = typed.from !== '' && typed.until !== '';
  const wrong = (field: string) =>
    error instanceof ApiProblem ? error.errors.find(({ pointer }) => pointer === `#/${field}`)?.detail : undefined;
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const when = (text: string) => (byHour ? new Date(momentAt(text, timeZone) ?? NaN).toISOString() : text);
    void run(async () => {
      const { delegateId, note } = typed;
      const body = {
        ...{ from: when(typed.from), until: when(typed.until), delegateId: delegateId || null },
        ...(note.trim() ? { note: note.trim() } : {}),
      };
      const idempotencyKey = `${key}.${digest(body)}`;
      await request(absencesPath(person.id), { method: 'POST', body, idempotencyKey });
      setTyped(NOTHING);
      setKey(newRequestKey());
      await onAdded();
      toast(isMe ? 'Written down. Your escalations know it.' : `Written down. ${person.name}’s escalations know it.`);
    });
  };
  const kind = byHour ? 'datetime-local' : 'date';
  return (
    <form onSubmit={add} className="space-y-3" aria-label="Another absence">
      <h3 className="font-semibold">{isMe ? 'I am away' : `${person.name} is away`}</h3>
      <div className="grid gap-3 sm:grid-cols-2">
        <When label="From" help={byHour ? timeZone : `The first day (${person.zone})`} error={wrong('from')} required>
          {{ kind, value: typed.from, onChange: (from) => set({ from }) }}
        </When>
        <When
          label="Until"
          help={byHour ? 'Back from then on' : 'The last day, itself included'}
          error={wrong('until')}
          required
        >
          {{ kind, value: typed.until, onChange: (until) => set({ until }) }}
        </When>
      </div>
      <label className="flex min-h-10 items-center gap-2">
        <input
          type="checkbox"
          className="size-4"
          checked={byHour}
          onChange={({ target: { checked } }) => {
            setByHour(checked);
            set({ from: '', until: '' });
          }}
        />
        By the hour, not by whole days
      </label>
      <PersonPicker
        label="Who stands in"
        help="Reminders and rungs go to them; without anybody they pass over."
        error={wrong('delegateId')}
        personId={typed.delegateId}
        refusalOf={(id) => (mayName(id) ? null : 'whoever writes this names another')}
        onChoose={(delegateId) => set({ delegateId })}
      />
      <Field label="Note">
        {(control) => (
          <input
            {...control}
            dir="auto"
            maxLength={300}
            className={inputClasses}
            value={typed.note}
            onChange={(event) => set({ note: event.target.value })}
          />
        )}
      </Field>
      <ProblemBox error={error} />
      <div className="flex justify-end">
        <Button kind="primary" type="submit" busy={busy} disabled={!isReady}>
          Write it down
        </Button>
      </div>
    </form>
  );
}

interface WhenProps {
  label: string;
  help: string;
  error: string | undefined;
  required: boolean;
  children: { kind: 'date' | 'datetime-local'; value: string; onChange: (value: string) => void };
}

function When({ label, help, error, required, children: { kind, value, onChange } }: WhenProps): ReactNode {
  return (
    <Field label={label} help={help} error={error} required={required}>
      {(control) => (
        <input
          {...control}
          type={kind}
          className={inputClasses}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
