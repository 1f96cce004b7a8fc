import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { PersonView } from '../../../../api/views/person.schema';
import { keys } from '../../api/keys';
import { request, withQuery } from '../../api/request';
import { useDeed } from '../../api/use-deed';
import { digest, newRequestKey } from '../../forms/request-key';
import { momentAt } from '../../forms/zoned-time';
import { useMomentStyle } from '../../time/moment';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field, inputClasses } from '../../ui/field';
import { ProblemBox } from '../../ui/problem-box';

interface Departure {
  to: { id: string; name: string } | null;
  escalations: number;
  places: Readonly<Record<string, number>>;
}

/** Says that somebody leaves the company; then what they hand on, and to whom. */
export function LeaveDialog({ person, onClose }: { person: PersonView; onClose: () => void }): ReactNode {
  const client = useQueryClient();
  const { timeZone } = useMomentStyle();
  const { run, busy, error } = useDeed();
  const [from, setFrom] = useState('');
  const [key] = useState(newRequestKey);
  const [done, setDone] = useState<Departure | null>(null);
  const leave = (event: FormEvent) => {
    event.preventDefault();
    const at = from ? momentAt(from, timeZone) : null;
    const body = at === null ? {} : { leftAt: new Date(at).toISOString() };
    void run(async () => {
      const path = `/v1/people/${encodeURIComponent(person.id)}/leave`;
      setDone(await request<Departure>(path, { method: 'POST', body, idempotencyKey: `${key}.${digest(body)}` }));
      for (const queryKey of [keys.people(), keys.duty()]) void client.invalidateQueries({ queryKey });
    });
  };
  return (
    <Dialog open onOpenChange={(open) => !open && !busy && onClose()} title={`${person.name} leaves the company`}>
      {done ? (
        <div role="status" className="space-y-3">
          <HandedOn departure={done} />
          <div className="flex justify-end">
            <Button kind="primary" onClick={onClose}>
              Close
            </Button>
          </div>
        </div>
      ) : (
        <form onSubmit={leave} className="space-y-4">
          <Held person={person} />
          <p>
            All that passes to the first person above them who is here, each with a notice. Their keys and sessions end.
          </p>
          <Field label="Since" help={`In your time (${timeZone}). Left out: now.`}>
            {(control) => (
              <input
                {...control}
                type="datetime-local"
                className={`${inputClasses} max-w-64`}
                value={from}
                onChange={(event) => setFrom(event.target.value)}
              />
            )}
          </Field>
          <ProblemBox error={error} />
          <div className="flex justify-end gap-2">
            <Button onClick={onClose} disabled={busy}>
              Cancel
            </Button>
            <Button kind="danger" type="submit" busy={busy}>
              {person.name} leaves
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

/** What is known beforehand of what they hold. */
function Held({ person }: { person: PersonView }): ReactNode {
  const query = { ownerId: person.id, open: true };
  const { data } = useQuery({
    queryKey: keys.totals(query),
    queryFn: ({ signal }) => request<{ total: number }>(withQuery('/v1/totals', query), { signal }),
  });
  return (
    <p role="note" className="rounded-lg bg-warn-soft p-3 text-warn">
      {data ? `${person.name} owns ${data.total} open ${data.total === 1 ? 'escalation' : 'escalations'}.` : '…'}{' '}
      <Link to="/board" search={{ ownerId: [person.id] }} className="text-accent underline">
        Look at them
      </Link>
    </p>
  );
}

function HandedOn({ departure: { to, escalations, places } }: { departure: Departure }): ReactNode {
  const kinds = Object.entries(places).filter(([, count]) => count > 0);
  return (
    <>
      <p>
        {escalations === 0
          ? 'They hold nothing in any escalation.'
          : `They hold something in ${escalations} ${escalations === 1 ? 'escalation' : 'escalations'}. It passes to ${to?.name ?? 'whoever is on duty'}.`}
      </p>
      {kinds.length > 0 && (
        <ul className="list-disc pl-5">
          {kinds.map(([kind, count]) => (
            <li key={kind}>
              {kind}: {count}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
