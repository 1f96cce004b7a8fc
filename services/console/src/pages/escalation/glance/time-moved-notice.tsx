import { FastForward } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TimelineItem } from '../../../../../api/views/timeline.schema';
import { momentInFull, useMomentStyle } from '../../../time/moment';
import { ownNow, type Told } from '../../../time/own-now';
import { useTick } from '../../../time/ticking';
import { spanInWords } from '../../../time/words';

/** What runs ahead by less is only the time that recording took. */
const WORTH_SAYING_MS = 60_000;

/** How far an escalation's own time runs ahead of the server's clock, by what it recorded last. */
function movedByMs(events: readonly TimelineItem[]): number {
  const last = events.at(-1);
  if (!last || !events.some(({ type }) => type === 'time.moved')) return 0;
  return Math.max(0, Date.parse(last.at) - Date.parse(last.recordedAt));
}

/** Says that the time machine was used here, and what time it is for this escalation. */
export function TimeMovedNotice({ told, events }: { told: Told; events: readonly TimelineItem[] }): ReactNode {
  const style = useMomentStyle();
  const now = ownNow(told, useTick());
  const movedMs = movedByMs(events);
  if (movedMs < WORTH_SAYING_MS) return null;
  return (
    <p className="flex items-start gap-2 rounded-lg border border-accent/40 bg-accent-soft px-4 py-2 text-accent">
      <FastForward aria-hidden className="mt-0.5 size-5 shrink-0" />
      <span>
        The time machine has moved this escalation by <strong>{spanInWords(movedMs)}</strong>. For it, it is{' '}
        <span className="tabular">{momentInFull(now, style)}</span>.
      </span>
    </p>
  );
}
