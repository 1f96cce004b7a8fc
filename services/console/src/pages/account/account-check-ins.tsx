import { CircleCheck, CircleHelp, CircleX, PhoneMissed } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AccountView } from '../../../../api/views/account.schema';
import { Moment } from '../../time/moment';
import { Badge } from '../../ui/badge';
import { Card } from '../../ui/card';
import { EscalationLink } from './escalation-link';
import type { Tellers } from './tellers';

type CheckIn = AccountView['checkIns'][number];

interface Props {
  checkIns: readonly CheckIn[];
  tellers: Tellers;
}

/** What the customer said seven days after each closure. */
export function AccountCheckIns({ checkIns, tellers }: Props): ReactNode {
  return (
    <Card title="Check-ins and ratings">
      {checkIns.length === 0 ? (
        <p className="text-ink-soft">
          None yet: seven days after a closure the CSM asks whether the customer is better off.
        </p>
      ) : (
        <ul className="space-y-4">
          {checkIns.map((checkIn) => (
            <li key={`${checkIn.escalationId} ${checkIn.at}`} className="space-y-1">
              <p className="flex flex-wrap items-center gap-2 text-sm">
                <Outcome checkIn={checkIn} />
                {checkIn.rating !== null && <strong>{checkIn.rating} of 5</strong>}
                <EscalationLink escalationRef={checkIn.ref} />
                <span className="text-ink-soft">
                  <Moment at={checkIn.at} told={tellers.get(checkIn.escalationId)} />
                </span>
              </p>
              {checkIn.quote && (
                <blockquote dir="auto" className="border-l-4 border-line-strong pl-3">
                  {checkIn.quote}
                </blockquote>
              )}
              <p dir="auto" className="text-ink-soft">
                {checkIn.note}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Outcome({ checkIn: { reached, improved } }: { checkIn: CheckIn }): ReactNode {
  if (!reached) return <Badge icon={<PhoneMissed aria-hidden />}>not reached</Badge>;
  if (improved === null) return <Badge icon={<CircleHelp aria-hidden />}>not said</Badge>;
  return improved ? (
    <Badge tone="good" icon={<CircleCheck aria-hidden />}>
      better off
    </Badge>
  ) : (
    <Badge tone="danger" icon={<CircleX aria-hidden />}>
      not better off
    </Badge>
  );
}
