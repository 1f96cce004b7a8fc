import { DAY_MS } from '../duration';
import type { BusinessCalendar } from './business-calendar';
import { openSpans } from './open-spans';

/** So far ahead is looked: a calendar that opens too rarely must not be searched for ever. */
const FURTHEST_MS = 5 * 366 * DAY_MS;

/**
 * The earliest moment when `ms` of open time have passed since `fromAt`; without a calendar all time is open. No time, or
 * less, has passed already: that is `fromAt` itself. Throws a RangeError where the calendar is not open so long within
 * five years.
 */
export function advance(calendar: BusinessCalendar | null, fromAt: number, ms: number): number {
  if (ms <= 0) return fromAt;
  if (!calendar) return fromAt + ms;
  let left = ms;
  for (const [opensAt, closesAt] of openSpans(calendar, fromAt, fromAt + FURTHEST_MS)) {
    if (left <= closesAt - opensAt) return opensAt + left;
    left -= closesAt - opensAt;
  }
  throw new RangeError(`Calendar "${calendar.name}" has no ${ms} ms of open time within five years from ${fromAt}`);
}
