import type { DailyHours, Hours, Policy } from './policy';
import type { Zone } from './people';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './duration';

/** The longest gap between two openings that a calendar can have here: a week, and a day for the change of clocks. */
const SEARCH_DAYS = 8;

/** The UTC offset of a zone at a moment, in milliseconds. */
export function offsetAtMs(zone: Zone, at: number): number {
  let minutes = zone.offsets[0]?.[1] ?? 0;
  for (const [from, offset] of zone.offsets) {
    if (from > at) break;
    minutes = offset;
  }
  return minutes * MINUTE_MS;
}

/** The first moment at or after `at` when these hours are open in this zone. */
export function nextOpen(hours: Hours, policy: Policy, zone: Zone, at: number): number {
  if (hours === 'any') return at;
  const daily = hours === 'waking' ? policy.waking : policy.business;
  if (isOpen(daily, zone, at)) return at;
  const localDay = Math.floor((at + offsetAtMs(zone, at)) / DAY_MS);
  for (let days = 0; days <= SEARCH_DAYS; days += 1) {
    const opening = asUtc(zone, (localDay + days) * DAY_MS + daily.fromHour * HOUR_MS);
    if (opening >= at && isOpen(daily, zone, opening)) return opening;
  }
  return at;
}

function isOpen(daily: DailyHours, zone: Zone, at: number): boolean {
  const local = at + offsetAtMs(zone, at);
  const day = Math.floor(local / DAY_MS);
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  const hour = (local - day * DAY_MS) / HOUR_MS;
  return daily.days.includes(weekday) && hour >= daily.fromHour && hour < daily.toHour;
}

/** The moment of a local time; one that the spring change skips becomes the first moment after it. */
function asUtc(zone: Zone, local: number): number {
  const guess = local - offsetAtMs(zone, local);
  return local - offsetAtMs(zone, guess);
}
