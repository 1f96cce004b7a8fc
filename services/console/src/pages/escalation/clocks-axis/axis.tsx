import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import type { TimelineItem } from '../../../../../api/views/timeline.schema';
import { momentInShort, useMomentStyle, type MomentStyle } from '../../../time/moment';
import { ownNow } from '../../../time/own-now';
import { useTick } from '../../../time/ticking';
import { LaneRow, rowGrid } from './lane-row';
import { layOut } from './layout';
import { axisSpan, type Zoom } from './span';
import { axisTicks, zoneOffset, type Tick } from './ticks';
import { useWidth } from './use-width';

/** A label nearer to an end would be cut on a phone. */
const EDGE_PX = 14;

interface Props {
  escalation: EscalationView;
  events: readonly TimelineItem[];
  zoom: Zoom;
}

/** The clocks side by side on one axis of time. */
export function Axis({ escalation, events, zoom }: Props): ReactNode {
  const style = useMomentStyle();
  const nowMs = ownNow(escalation, useTick());
  const [ref, width] = useWidth<HTMLDivElement>();
  const span = axisSpan(escalation.clocks, nowMs, zoom);
  const ticks = axisTicks(span, width, zoneOffset(style.timeZone));
  const nowX = ((nowMs - span.fromMs) / (span.toMs - span.fromMs)) * width;
  const write = (ms: number) => momentInShort(ms, nowMs, style);
  const inOrder = [...escalation.clocks].sort(
    (a, b) => a.startedAt.localeCompare(b.startedAt) || a.dueAt.localeCompare(b.dueAt),
  );
  return (
    <div>
      <div aria-hidden className={rowGrid}>
        <div className="max-md:hidden" />
        <div ref={ref} className="min-w-0">
          <Scale ticks={ticks} nowX={nowX} width={width} style={style} />
        </div>
        <div className="max-md:hidden" />
      </div>
      <ul>
        {inOrder.map((clock) => (
          <LaneRow
            key={clock.id}
            {...{ escalation, width, ticks, nowX, write }}
            lane={layOut(clock, events, { span, width, nowMs })}
          />
        ))}
      </ul>
    </div>
  );
}

interface ScaleProps {
  ticks: readonly Tick[];
  nowX: number;
  width: number;
  style: MomentStyle;
}

function Scale({ ticks, nowX, width, style: { timeZone, hour12 } }: ScaleProps): ReactNode {
  const date = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', day: 'numeric', month: 'short' });
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour12, hour: '2-digit', minute: '2-digit' });
  const shown = nowX >= 0 && nowX <= width;
  return (
    <svg width={width} height={36} className="block overflow-visible">
      {ticks
        .filter(({ x }) => x > EDGE_PX && x < width - EDGE_PX)
        .map(({ at, x, day }) => (
          <text key={at} x={x} y={30} textAnchor="middle" fontSize={11} className={day ? 'fill-ink' : 'fill-ink-soft'}>
            {day ? date.format(at) : clock.format(at)}
          </text>
        ))}
      {shown && (
        <text
          {...{
            x: Math.min(width - 14, Math.max(14, nowX)),
            y: 13,
            textAnchor: 'middle',
            fontSize: 11,
            fontWeight: 600,
          }}
          className="fill-accent"
        >
          now
        </text>
      )}
    </svg>
  );
}
