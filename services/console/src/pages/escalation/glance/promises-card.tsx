import { Link } from '@tanstack/react-router';
import { Handshake, HeartCrack } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { Card } from '../../../ui/card';
import { SmallActions } from '../actions/small-actions';
import { PromiseItem } from './promise-item';

const ORDER = ['broken', 'open', 'kept', 'replaced'];

/** What the customer was promised, by when, and whether it was kept. */
export function PromisesCard({ escalation }: { escalation: EscalationView }): ReactNode {
  const promises = [...escalation.commitments].sort(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.dueAt.localeCompare(b.dueAt),
  );
  const owed = promises.filter(({ state }) => state === 'open' || state === 'broken').length;
  return (
    <Card title="What is promised" aside={owed > 0 && <span className="text-sm text-ink-soft">{owed} owed</span>}>
      <div className="space-y-3">
        <BrokenBefore account={escalation.account} />
        {promises.length === 0 && (
          <p className="flex items-start gap-2 text-ink-soft">
            <Handshake aria-hidden className="mt-0.5 size-5 shrink-0" />
            Nothing yet. The full account to the customer names what will be done, and by when.
          </p>
        )}
        {promises.length > 0 && (
          <ul className="space-y-3">
            {promises.map((promise) => (
              <PromiseItem key={promise.id} promise={promise} escalation={escalation} />
            ))}
          </ul>
        )}
        <SmallActions
          escalation={escalation}
          of={escalation.ref}
          actions={[{ name: 'add-commitment', label: 'Promise something more', kind: 'quiet' }]}
        />
      </div>
    </Card>
  );
}

/** Whoever was let down before hears the next promise with other ears. */
function BrokenBefore({ account: { id, name, brokenPromises } }: Pick<EscalationView, 'account'>): ReactNode {
  if (brokenPromises === 0) return null;
  return (
    <p className="flex items-start gap-2 rounded-md bg-warn-soft px-3 py-2 text-sm text-warn">
      <HeartCrack aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0">
        We have broken {brokenPromises === 1 ? 'a promise' : `${brokenPromises} promises`} to{' '}
        <Link to="/accounts/$id" params={{ id }} dir="auto" className="underline">
          {name}
        </Link>{' '}
        so far.
      </span>
    </p>
  );
}
