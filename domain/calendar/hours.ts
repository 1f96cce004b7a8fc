import type { DailyHours, Hours, Policy } from '../policy';
import type { Zone } from '../people';
import { DAY_MS, HOUR_MS } from '../duration';
import { localDayOf, offsetAtMs, weekdayOf } from './local-time';

/** The longest gap between two openings that a calendar can have here: a week, and a day for the change of clocks. */
const SEARCH_DAYS = 8;

/** The first moment at or after `at` when these hours are open in this zone. */
export function nextOpen(hours: Hours, policy: Policy, zone: Zone, at: number): number {
  if (hours === 'any') return at;
  const daily = hours === 'waking' ? policy.waking : policy.business;
  if (isOpen(daily, zone, at)) return at;
  const today = localDayOf(zone, at);
  for (let days = 0; days <= SEARCH_DAYS; days += 1) {
    const opening = firstOpening(daily, zone, today + days, at);
    if (opening !== null) return opening;
  }
  return at;
}

/**
 * The first opening of a local day from `at` on. An opening that comes twice in autumn is the earlier one; one that the
 * spring change skips is the moment of the change.
 */
function firstOpening(daily: DailyHours, zone: Zone, day: number, at: number): number | null {
  const local = day * DAY_MS + daily.fromHour * HOUR_MS;
  const near = ([from]: readonly [number, number]) =>
    Math.abs(from - local) < 2 * DAY_MS && localDayOf(zone, from) === day;
  const changes = zone.offsets.filter(near).map(([from]) => from);
  const offsets = [offsetAtMs(zone, local - DAY_MS), offsetAtMs(zone, local + DAY_MS)];
  const moments = [...offsets.map((offset) => local - offset), ...changes];
  const openings = moments.filter((moment) => moment >= at && isOpen(daily, zone, moment));
  return openings.length > 0 ? Math.min(...openings) : null;
}

function isOpen(daily: DailyHours, zone: Zone, at: number): boolean {
  const local = at + offsetAtMs(zone, at);
  const day = Math.floor(local / DAY_MS);
  const weekday = weekdayOf(day) + 1;
  const hour = (local - day * DAY_MS) / HOUR_MS;
  return daily.days.includes(weekday) && hour >= daily.fromHour && hour < daily.toHour;
}
