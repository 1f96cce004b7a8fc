import {
  BellOff,
  CircleCheck,
  CirclePause,
  CircleSlash,
  Gavel,
  Globe,
  Hourglass,
  Megaphone,
  Repeat,
  Scale,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { Badge, type Tone } from '../../../ui/badge';

const standings: Readonly<Record<EscalationView['status'], { words: string; tone: Tone; icon: LucideIcon }>> = {
  open: { words: 'Open', tone: 'info', icon: Hourglass },
  paused: { words: 'Paused', tone: 'info', icon: CirclePause },
  closed: { words: 'Closed, in follow-up', tone: 'accent', icon: CircleCheck },
  settled: { words: 'Settled', tone: 'good', icon: CircleCheck },
  withdrawn: { words: 'Withdrawn', tone: 'neutral', icon: CircleSlash },
  merged: { words: 'Merged into another', tone: 'neutral', icon: CircleSlash },
};

/** Where it stands as a whole, and what makes it special. */
export function StandingBadges({ escalation }: { escalation: EscalationView }): ReactNode {
  const { words, tone, icon: Icon } = standings[escalation.status];
  const breached = escalation.clocks.filter(({ state, metAt }) => state === 'breached' && metAt === null);
  const unconfirmed = escalation.outcome === 'unconfirmed' ? ', unconfirmed' : '';
  return (
    <>
      <Badge tone={tone} icon={<Icon aria-hidden />}>
        {words}
        {unconfirmed}
      </Badge>
      {breached.length > 0 && (
        <Badge tone="danger" icon={<TriangleAlert aria-hidden />}>
          {breached.every(({ heldUntil }) => heldUntil !== null) ? 'Breached, in hand' : 'Breached, nobody acts'}
        </Badge>
      )}
      {escalation.approvals.some(({ state }) => state === 'open') && (
        <Badge tone="warn" icon={<Gavel aria-hidden />}>
          Decision awaited
        </Badge>
      )}
      {escalation.round > 1 && (
        <Badge tone="warn" icon={<Repeat aria-hidden />}>
          Round {escalation.round}
        </Badge>
      )}
      {escalation.public && (
        <Badge tone="danger" icon={<Globe aria-hidden />}>
          Public
        </Badge>
      )}
      {!escalation.public && escalation.threatensPublic && (
        <Badge tone="danger" icon={<Megaphone aria-hidden />}>
          Threatens to go public
        </Badge>
      )}
      {escalation.threatensLegal && (
        <Badge tone="danger" icon={<Scale aria-hidden />}>
          Threatens legal action
        </Badge>
      )}
      {escalation.quiet && (
        <Badge tone="neutral" icon={<BellOff aria-hidden />}>
          Imported, quiet
        </Badge>
      )}
    </>
  );
}
