import type { ReactNode } from 'react';
import type { AccountView } from '../../../../api/views/account.schema';
import { Moment } from '../../time/moment';
import { durationMs, spanInWords } from '../../time/words';
import { Card } from '../../ui/card';
import { clockWords } from '../../words/clock-words';
import { EscalationLink } from './escalation-link';
import type { Tellers } from './tellers';

interface Props {
  breaches: AccountView['breaches'];
  tellers: Tellers;
}

/** The clocks that ran out on this customer. */
export function AccountBreaches({ breaches, tellers }: Props): ReactNode {
  return (
    <Card title="Breaches">
      {breaches.length === 0 ? (
        <p className="text-ink-soft">No clock has run out on this customer.</p>
      ) : (
        <ul className="divide-y divide-line">
          {breaches.map(({ escalationId, ref, clockId, breachedAt, lateness }) => (
            <li
              key={`${escalationId} ${clockId} ${breachedAt}`}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2"
            >
              <span className="min-w-32 flex-1">{clockWords(clockId)}</span>
              <span className="text-sm text-ink-soft">
                <Moment at={breachedAt} told={tellers.get(escalationId)} />
                {lateness ? `, done ${spanInWords(durationMs(lateness))} late` : ', not done'}
              </span>
              <EscalationLink escalationRef={ref} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
