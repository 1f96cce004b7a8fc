import { CircleCheck, CircleSlash, Hand, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Countdown } from '../../../time/countdown';
import { momentInShort, useMomentStyle } from '../../../time/moment';
import type { Told } from '../../../time/own-now';
import { Resting } from '../../../time/resting';
import { spanInWords } from '../../../time/words';
import { Badge } from '../../../ui/badge';
import type { ClockView } from '../glance/due';

/** How a clock stands, in words: what is left, how much over, done or done late. */
export function ClockStanding({ clock, told }: { clock: ClockView; told: Told }): ReactNode {
  const style = useMomentStyle();
  const { state, dueAt, metAt, heldUntil } = clock;
  if (state === 'cancelled') return <Badge icon={<CircleSlash aria-hidden />}>No longer owed</Badge>;
  if (metAt !== null) return <Done clock={clock} metAt={metAt} />;
  if (state === 'paused') return <Resting remaining={clock.remaining} />;
  return (
    <span className="flex flex-wrap items-center gap-1">
      <Countdown dueAt={dueAt} told={told} />
      {heldUntil && (
        <Badge tone="info" icon={<Hand aria-hidden />}>
          In hand until {momentInShort(heldUntil, Date.parse(told.now), style)}
        </Badge>
      )}
    </span>
  );
}

function Done({ clock, metAt }: { clock: ClockView; metAt: string }): ReactNode {
  const lateMs = Date.parse(metAt) - Date.parse(clock.dueAt);
  if (lateMs > 0)
    return (
      <Badge tone="danger" icon={<TriangleAlert aria-hidden />}>
        Done {spanInWords(lateMs)} late
      </Badge>
    );
  return (
    <Badge tone="good" icon={<CircleCheck aria-hidden />}>
      {clock.breachedAt ? 'In time, recorded late' : 'In time'}
    </Badge>
  );
}
