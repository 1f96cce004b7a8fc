import { isWatching, type ClockView } from '../glance/due';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How much of time the axis shows: all of it, or so much around now. */
export type Zoom = 'fit' | '12h' | '3d' | '7d';

/** A stretch of time, epoch milliseconds. */
export interface Span {
  fromMs: number;
  toMs: number;
}

const lengths: Readonly<Record<Exclude<Zoom, 'fit'>, number>> = {
  '12h': 12 * HOUR_MS,
  '3d': 3 * DAY_MS,
  '7d': 7 * DAY_MS,
};

/** What the axis shows. `fit` holds every clock from its start to its end, and now while one of them still runs. */
export function axisSpan(clocks: readonly ClockView[], nowMs: number, zoom: Zoom): Span {
  if (zoom !== 'fit') return { fromMs: nowMs - lengths[zoom] / 2, toMs: nowMs + lengths[zoom] / 2 };
  const moments = clocks.flatMap(momentsOf);
  if (clocks.some(isWatching)) moments.push(nowMs);
  const fromMs = Math.min(...moments);
  const toMs = Math.max(...moments);
  if (!Number.isFinite(fromMs)) return { fromMs: nowMs - HOUR_MS, toMs: nowMs + HOUR_MS };
  // Room at both ends, so that the marks there are whole.
  const room = Math.max((toMs - fromMs) * 0.03, 5 * 60_000);
  return { fromMs: fromMs - room, toMs: toMs + room };
}

function momentsOf({ startedAt, dueAt, metAt, next }: ClockView): number[] {
  return [startedAt, dueAt, metAt, next?.at].flatMap((at) => (at ? [Date.parse(at)] : []));
}
