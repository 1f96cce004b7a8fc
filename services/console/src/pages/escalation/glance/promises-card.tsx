import { CircleCheck, CircleSlash, Handshake, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { Countdown } from '../../../time/countdown';
import type { Told } from '../../../time/own-now';
import { Badge } from '../../../ui/badge';
import { Card } from '../../../ui/card';
import { useChanged } from '../use-changed';
import { DueAt } from './due-at';

type CommitmentView = EscalationView['commitments'][number];

const ORDER = ['broken', 'open', 'kept', 'replaced'];

/** What the customer was promised, by when, and whether it was kept. */
export function PromisesCard({ escalation }: { escalation: EscalationView }): ReactNode {
  const promises = [...escalation.commitments].sort(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.dueAt.localeCompare(b.dueAt),
  );
  const owed = promises.filter(({ state }) => state === 'open' || state === 'broken').length;
  return (
    <Card title="What is promised" aside={owed > 0 && <span className="text-sm text-ink-soft">{owed} owed</span>}>
      {promises.length === 0 && (
        <p className="flex items-start gap-2 text-ink-soft">
          <Handshake aria-hidden className="mt-0.5 size-5 shrink-0" />
          Nothing yet. The full account to the customer names what will be done, and by when.
        </p>
      )}
      <ul className="space-y-3">
        {promises.map((promise) => (
          <Promised key={promise.id} promise={promise} told={escalation} />
        ))}
      </ul>
    </Card>
  );
}

function Promised({ promise, told }: { promise: CommitmentView; told: Told }): ReactNode {
  const changed = useChanged<HTMLLIElement>(promise.state);
  return (
    <li ref={changed} className="space-y-1 rounded-md">
      <p dir="auto">{promise.text}</p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-soft">
        <Standing promise={promise} told={told} />
        <span>
          {promise.responsible.name}, due <DueAt at={promise.dueAt} told={told} />
        </span>
      </p>
    </li>
  );
}

function Standing({ promise: { state, dueAt, keptAt }, told }: { promise: CommitmentView; told: Told }): ReactNode {
  if (state === 'kept') {
    const late = keptAt !== null && keptAt > dueAt;
    return (
      <Badge tone={late ? 'warn' : 'good'} icon={<CircleCheck aria-hidden />}>
        {late ? 'Kept late' : 'Kept'}
      </Badge>
    );
  }
  if (state === 'replaced') return <Badge icon={<CircleSlash aria-hidden />}>Replaced</Badge>;
  return (
    <>
      {state === 'broken' && (
        <Badge tone="danger" icon={<TriangleAlert aria-hidden />}>
          Broken, still owed
        </Badge>
      )}
      <Countdown dueAt={dueAt} told={told} />
    </>
  );
}
