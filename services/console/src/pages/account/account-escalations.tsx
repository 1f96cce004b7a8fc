import type { ReactNode } from 'react';
import type { AccountView } from '../../../../api/views/account.schema';
import { Countdown } from '../../time/countdown';
import { Moment } from '../../time/moment';
import { Card } from '../../ui/card';
import { LevelBadge } from '../../ui/level-badge';
import { factWords } from '../../words/fact-words';
import { EscalationLink } from './escalation-link';

type Item = AccountView['escalations'][number];

/** Over once settled, withdrawn or merged. */
const isOpen = ({ status }: Item) => ['open', 'paused', 'closed'].includes(status);

/** All of a customer's escalations: those that are open first, then the newest. */
export function AccountEscalations({ escalations }: { escalations: readonly Item[] }): ReactNode {
  const sorted = escalations.toSorted((one, other) => Number(isOpen(other)) - Number(isOpen(one)));
  return (
    <Card title="Escalations">
      <ul className="divide-y divide-line">
        {sorted.map((item) => (
          <li key={item.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
            <LevelBadge level={item.priority.level} />
            <span className="min-w-48 flex-1">
              <EscalationLink escalationRef={item.ref}>
                {item.ref} <span dir="auto">{item.summary}</span>
              </EscalationLink>
            </span>
            <span className="text-sm text-ink-soft">{factWords(item.status)}</span>
            {isOpen(item) && item.dueAt ? (
              <Countdown dueAt={item.dueAt} told={item} />
            ) : (
              <span className="text-sm text-ink-soft">
                raised <Moment at={item.raisedAt} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
