import { Link } from '@tanstack/react-router';
import { Building2, DoorOpen, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { Moment } from '../../../time/moment';
import { factWords } from '../../../words/fact-words';

const icon = 'size-4 shrink-0 text-ink-soft';

/** Whose it is, who holds it, since when. */
export function FactsLine({
  escalation,
  ownedSince,
}: {
  escalation: EscalationView;
  ownedSince: string | null;
}): ReactNode {
  const { account, owner, raisedBy, raisedAt, door } = escalation;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      <li className="flex min-w-0 items-center gap-1.5">
        <Building2 aria-hidden className={icon} />
        <Link
          to="/accounts/$id"
          params={{ id: account.id }}
          dir="auto"
          title={account.name}
          className="max-w-80 truncate font-medium text-accent underline"
        >
          {account.name}
        </Link>
        <span className="whitespace-nowrap text-ink-soft">
          {account.tier ? factWords(account.tier) : 'tier unknown'}
        </span>
      </li>
      <li className="flex min-w-0 items-center gap-1.5">
        <UserRound aria-hidden className={icon} />
        {owner ? (
          <span className="min-w-0">
            <span className="font-medium">{owner.name}</span> owns it
            {ownedSince && (
              <span className="text-ink-soft">
                , <Moment at={ownedSince} told={escalation} />
              </span>
            )}
          </span>
        ) : (
          <span className="font-medium">No owner yet</span>
        )}
      </li>
      <li className="flex min-w-0 items-center gap-1.5">
        <DoorOpen aria-hidden className={icon} />
        <span className="min-w-0">
          Raised by {raisedBy.name}, <Moment at={raisedAt} told={escalation} />
          <span className="text-ink-soft"> ({factWords(door)})</span>
        </span>
      </li>
    </ul>
  );
}
