import { CircleCheck, CircleX, Hourglass, Replace } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../api/views/escalation.schema';
import { Countdown } from '../../time/countdown';
import { momentInFull, useMomentStyle } from '../../time/moment';
import { Badge, type Tone } from '../../ui/badge';
import { Card } from '../../ui/card';

type Promised = EscalationView['commitments'][number];

const standing: Readonly<Record<Promised['state'], { tone: Tone; icon: ReactNode; word: string; order: number }>> = {
  broken: { tone: 'danger', icon: <CircleX aria-hidden />, word: 'broken', order: 0 },
  open: { tone: 'neutral', icon: <Hourglass aria-hidden />, word: 'open', order: 1 },
  kept: { tone: 'good', icon: <CircleCheck aria-hidden />, word: 'kept', order: 2 },
  replaced: { tone: 'neutral', icon: <Replace aria-hidden />, word: 'replaced', order: 3 },
};

/** What was promised to the customer, and what became of it: the broken ones first. */
export function PromisesCard({ escalation }: { escalation: EscalationView }): ReactNode {
  const promises = [...escalation.commitments].sort(
    (a, b) => standing[a.state].order - standing[b.state].order || a.dueAt.localeCompare(b.dueAt),
  );
  return (
    <Card title="What was promised">
      {promises.length === 0 && <p className="text-ink-soft">Nothing with a date yet.</p>}
      <ul className="space-y-3">
        {promises.map((promise) => (
          <PromiseLine key={promise.id} promise={promise} escalation={escalation} />
        ))}
      </ul>
    </Card>
  );
}

function PromiseLine({ promise, escalation }: { promise: Promised; escalation: EscalationView }): ReactNode {
  const style = useMomentStyle();
  const { tone, icon, word } = standing[promise.state];
  const owed = promise.state === 'open' || promise.state === 'broken';
  return (
    <li className="space-y-1">
      <p dir="auto" className="font-medium">
        {promise.text}
      </p>
      <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
        <Badge tone={tone} icon={icon}>
          {word}
        </Badge>
        {owed && <Countdown dueAt={promise.dueAt} told={escalation} />}
        <span>
          {promise.keptAt
            ? `kept ${momentInFull(promise.keptAt, style)}, promised for ${momentInFull(promise.dueAt, style)}`
            : `by ${momentInFull(promise.dueAt, style)}`}
          , {promise.responsible.name}
          {promise.movedFrom.map((at) => `, moved from ${momentInFull(at, style)}`).join('')}
        </span>
      </p>
    </li>
  );
}
