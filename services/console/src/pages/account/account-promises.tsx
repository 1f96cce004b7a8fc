import { CircleCheck, CircleDashed, CircleX, Replace } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AccountView } from '../../../../api/views/account.schema';
import { Moment } from '../../time/moment';
import { Badge, type Tone } from '../../ui/badge';
import { Card } from '../../ui/card';
import { EscalationLink } from './escalation-link';
import type { Tellers } from './tellers';

type Promise = AccountView['promises'][number];

const look: Readonly<Record<Promise['state'], { tone: Tone; icon: ReactNode; words: string }>> = {
  open: { tone: 'info', icon: <CircleDashed aria-hidden />, words: 'open' },
  broken: { tone: 'danger', icon: <CircleX aria-hidden />, words: 'broken' },
  kept: { tone: 'good', icon: <CircleCheck aria-hidden />, words: 'kept' },
  replaced: { tone: 'neutral', icon: <Replace aria-hidden />, words: 'replaced' },
};

interface Props {
  promises: readonly Promise[];
  tellers: Tellers;
}

/** What this customer was promised, what is open first. */
export function AccountPromises({ promises, tellers }: Props): ReactNode {
  return (
    <Card title="Promises">
      {promises.length === 0 ? (
        <p className="text-ink-soft">Nothing was promised yet. A full account to the customer holds at least one.</p>
      ) : (
        <ul className="divide-y divide-line">
          {promises.map((promise) => (
            <li
              key={`${promise.escalationId} ${promise.id}`}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5"
            >
              <Badge tone={look[promise.state].tone} icon={look[promise.state].icon}>
                {look[promise.state].words}
              </Badge>
              <span dir="auto" className="min-w-40 flex-1">
                {promise.text}
              </span>
              <span className="text-sm text-ink-soft">
                {promise.responsible.name}, due <Moment at={promise.dueAt} told={tellers.get(promise.escalationId)} />
                {promise.moved > 0 && `, moved ${promise.moved === 1 ? 'once' : `${promise.moved} times`}`}
              </span>
              <EscalationLink escalationRef={promise.ref} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
