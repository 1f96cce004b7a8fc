import { CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { Button } from '../../../ui/button';
import { clockWords } from '../../../words/clock-words';
import { useChanged } from '../use-changed';
import { useChangeView, useView } from '../use-view';
import { ClockStanding } from './clock-standing';
import { ClockWhy } from './clock-why';
import { LaneChart } from './lane-chart';
import { laneWords } from './lane-words';
import type { Lane } from './layout';
import type { Tick } from './ticks';

/** What the scale and every lane share, so that one axis runs through all: on a phone what is beside stands above. */
export const rowGrid =
  'grid items-center gap-x-4 md:grid-cols-[9rem_minmax(0,1fr)_11rem] xl:grid-cols-[14rem_minmax(0,1fr)_15rem]';

/** So many moments are told in words; more would be noise. */
const MOST_TOLD = 12;

interface Props {
  escalation: EscalationView;
  lane: Lane;
  width: number;
  ticks: readonly Tick[];
  nowX: number;
  write: (ms: number) => string;
}

/** One clock: its name, its picture, how it stands, and on demand why. */
export function LaneRow({ escalation, lane, width, ticks, nowX, write }: Props): ReactNode {
  const { clock } = lane;
  const shown = useView().why === clock.id;
  const change = useChangeView();
  const changed = useChanged<HTMLLIElement>([clock.state, clock.dueAt, clock.metAt, clock.heldUntil].join());
  const title = clockWords(clock.id, escalation);
  const marks = [...lane.onBar, ...lane.above].flatMap((placed) => placed.marks).sort((a, b) => a.at - b.at);
  return (
    <li ref={changed} className="border-t border-line py-1 break-inside-avoid">
      <div className={rowGrid}>
        <p dir="auto" title={title} className="line-clamp-2 min-w-0 font-medium max-md:pt-1">
          {title}
        </p>
        <div className="min-w-0 max-md:order-3">
          <LaneChart {...{ lane, width, ticks, nowX, write }} />
          <p className="sr-only">{laneWords(lane, marks.slice(-MOST_TOLD), write)}</p>
        </div>
        <div className="flex flex-wrap items-center gap-1 max-md:justify-between">
          <ClockStanding clock={clock} told={escalation} />
          <Button
            kind="quiet"
            small
            data-noprint
            aria-expanded={shown}
            aria-label={`Why: ${title}`}
            icon={<CircleHelp aria-hidden className="size-4" />}
            onClick={() => change({ why: shown ? undefined : clock.id })}
          >
            Why
          </Button>
        </div>
      </div>
      {shown && <ClockWhy escalation={escalation} clockId={clock.id} />}
    </li>
  );
}
