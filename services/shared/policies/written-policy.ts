import type { BusinessCalendar } from '../../../domain/calendar/business-calendar';
import type { CalendarSpec } from '../../../domain/calendar/calendar.schema';
import { DAY_MS } from '../../../domain/duration';
import { WEEKDAYS } from '../../../domain/calendar/written-week';
import type { Unversioned } from '../../../domain/policy/document';
import { documentOf, policyOf } from '../../../domain/policy/document';
import type { PolicyDocument } from '../../../domain/policy/policy.schema';
import { materialiseCalendar } from '../calendars/materialise-calendar';

/** Lists of calendars are kept written out; more than these are made anew. */
const MOST_KEPT = 50;

const kept = new Map<string, readonly BusinessCalendar[]>();

/**
 * Calendars written out from last year to the end of the year after next, by the year of `now`: a policy that was saved
 * long ago has the holidays of today.
 */
export function writtenCalendars(specs: readonly CalendarSpec[], now = Date.now()): readonly BusinessCalendar[] {
  if (specs.length === 0) return [];
  const key = `${new Date(now).getUTCFullYear()} ${JSON.stringify(specs)}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const written = specs.map((spec) => materialiseCalendar(spec, now));
  kept.set(key, written);
  return written;
}

/** The policy that a document writes, its calendars written out. */
export function writtenPolicy(document: PolicyDocument, now = Date.now()): Unversioned {
  return policyOf(document, writtenCalendars(document.calendars, now));
}

/** The document of a policy that was not saved as one: its calendars tell their weeks and closed days one by one. */
export function documentOfWritten(policy: Unversioned): PolicyDocument {
  return documentOf(policy, policy.calendars.map(specOf));
}

function specOf({ name, zone, week, closedDays, closed }: BusinessCalendar): CalendarSpec {
  const days = closedDays.map((day) => new Date(day * DAY_MS).toISOString().slice(0, 10));
  const moment = (at: number) => new Date(at).toISOString();
  return {
    name,
    zone: zone.name,
    week: Object.fromEntries(
      WEEKDAYS.map((weekday, index): [string, [string, string][]] => [
        weekday,
        (week[index] ?? []).map(([from, to]) => [timeOf(from), timeOf(to)]),
      ]),
    ),
    closures: [
      ...days.map((day) => ({ from: day, to: day, title: 'Closed' })),
      ...closed.map(([from, to]) => ({ from: moment(from), to: moment(to), title: 'Closed' })),
    ],
  };
}

function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
