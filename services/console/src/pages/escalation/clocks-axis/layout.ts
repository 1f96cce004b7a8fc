import type { TimelineItem } from '../../../../../api/views/timeline.schema';
import { isWatching, type ClockView } from '../glance/due';
import { eventsOf, holdsOf, marksOf, pausesOf, type Mark, type PausedSpan } from './marks';
import type { Span } from './span';

/** A stretch of a lane: its whole budget, what was used of it, where it rested, what went over, and where the chain rested. */
export interface Bar {
  kind: 'budget' | 'spent' | 'paused' | 'over' | 'held';
  x: number;
  width: number;
}

/** One or several moments that lie too close to be told apart. */
export interface PlacedMark {
  x: number;
  marks: readonly Mark[];
}

/** One clock, drawn. `before` and `after`: it goes on outside of what is shown. */
export interface Lane {
  clock: ClockView;
  bars: Bar[];
  pauses: readonly PausedSpan[];
  /** On the bar: reminder, breach, met. */
  onBar: PlacedMark[];
  /** Above it: the rungs of its chain. */
  above: PlacedMark[];
  before: boolean;
  after: boolean;
}

const CLOSE_PX = 22;
/** What is shorter could not be seen. */
const THINNEST_PX = 2;

/** Where everything of a clock lies on an axis so many pixels wide. */
export function layOut(
  clock: ClockView,
  events: readonly TimelineItem[],
  axis: { span: Span; width: number; nowMs: number },
): Lane {
  const { span, width, nowMs } = axis;
  const toX = (ms: number) => ((ms - span.fromMs) / (span.toMs - span.fromMs)) * width;
  const own = eventsOf(clock, events);
  const shown = marksOf(clock, own).filter(({ at }) => at >= span.fromMs && at <= span.toMs);
  const pauses = pausesOf(clock, own);
  const isChain = ({ kind }: Mark) => kind === 'rung' || kind === 'unheard' || kind === 'next';
  const started = Date.parse(clock.startedAt);
  const due = Date.parse(clock.dueAt);
  const ended = isWatching(clock) ? nowMs : Date.parse(clock.metAt ?? clock.breachedAt ?? clock.dueAt);
  const stretches: [Bar['kind'], number, number][] = [
    ['budget', started, due],
    ['spent', started, clock.state === 'cancelled' ? started : Math.min(due, ended)],
    ['over', due, clock.breachedAt ? ended : due],
    ...pauses.map(({ fromMs, toMs }): [Bar['kind'], number, number] => ['paused', fromMs, toMs ?? nowMs]),
    ...holdsOf(clock, own).map(({ fromMs, toMs }): [Bar['kind'], number, number] => ['held', fromMs, toMs]),
  ];
  return {
    ...{ clock, pauses },
    bars: stretches.flatMap(([kind, from, to]) => bar(kind, toX(from), toX(to), width)),
    onBar: place(
      shown.filter((mark) => !isChain(mark)),
      toX,
      false,
    ),
    above: place(shown.filter(isChain), toX, true),
    before: Math.min(started, due) < span.fromMs,
    after: Math.max(due, ended) > span.toMs,
  };
}

function bar(kind: Bar['kind'], from: number, to: number, width: number): Bar[] {
  const x = Math.max(0, from);
  const end = Math.min(width, to);
  if (to <= from || end < 0 || x > width) return [];
  return [{ kind, x, width: Math.max(THINNEST_PX, end - x) }];
}

/** Marks along the lane; where they may be `joined`, those that would cover each other become one. */
function place(marks: readonly Mark[], toX: (ms: number) => number, joined: boolean): PlacedMark[] {
  const placed: PlacedMark[] = [];
  for (const mark of [...marks].sort((a, b) => a.at - b.at)) {
    const x = toX(mark.at);
    const last = placed.at(-1);
    if (joined && last && x - last.x < CLOSE_PX)
      placed[placed.length - 1] = { x: last.x, marks: [...last.marks, mark] };
    else placed.push({ x, marks: [mark] });
  }
  return placed;
}
