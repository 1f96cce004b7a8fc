import type { Span } from './span';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const STEPS_MS = [
  ...[5, 10, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR_MS),
  ...[1, 2, 7, 14, 28, 91, 364].map((days) => days * DAY_MS),
];
/** A label of day and month needs so much room. */
const ROOM_PX = 84;
const MOST = 60;

/** A line of the axis. */
export interface Tick {
  at: number;
  x: number;
  /** It begins a day, and so its label is the date. */
  day: boolean;
}

/**
 * Round moments along the axis, far enough from each other to be labelled.
 * @param offsetAt what the reader's zone is ahead of UTC at a moment, so that days begin at their midnight
 */
export function axisTicks({ fromMs, toMs }: Span, width: number, offsetAt: (ms: number) => number): Tick[] {
  const perPx = (toMs - fromMs) / Math.max(1, width);
  const step = STEPS_MS.find((ms) => ms / perPx >= ROOM_PX) ?? STEPS_MS.at(-1)!;
  const ticks: Tick[] = [];
  for (let local = Math.ceil((fromMs + offsetAt(fromMs)) / step) * step; ticks.length < MOST; local += step) {
    const at = local - offsetAt(local - offsetAt(fromMs));
    if (at > toMs) break;
    if (at >= fromMs) ticks.push({ at, x: (at - fromMs) / perPx, day: local % DAY_MS === 0 });
  }
  return ticks;
}

/** What a zone is ahead of UTC at a moment. */
export function zoneOffset(timeZone: string): (ms: number) => number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' });
  const known = new Map<number, number>();
  return (ms) => {
    const hour = Math.floor(ms / HOUR_MS);
    const offset =
      known.get(hour) ?? offsetOf(parts.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value);
    known.set(hour, offset);
    return offset;
  };
}

function offsetOf(name = ''): number {
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):?(\d{2})?/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * HOUR_MS + Number(minutes ?? 0) * MINUTE_MS);
}
