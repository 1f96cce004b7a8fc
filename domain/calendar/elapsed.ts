import type { BusinessCalendar } from './business-calendar';
import { openSpans } from './open-spans';

/** The open time between two moments, in milliseconds; without a calendar all time is open. None where `toAt` is earlier. */
export function elapsed(calendar: BusinessCalendar | null, fromAt: number, toAt: number): number {
  if (toAt <= fromAt) return 0;
  if (!calendar) return toAt - fromAt;
  let open = 0;
  for (const [opensAt, closesAt] of openSpans(calendar, fromAt, toAt)) open += closesAt - opensAt;
  return open;
}
