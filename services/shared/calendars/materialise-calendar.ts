import type { BusinessCalendar, Span } from '../../../domain/calendar/business-calendar';
import type { CalendarSpec, Closure } from '../../../domain/calendar/calendar.schema';
import { weekdayOf } from '../../../domain/calendar/local-time';
import { openSpans } from '../../../domain/calendar/open-spans';
import { weekOf } from '../../../domain/calendar/written-week';
import { materialiseZone } from '../store/zones';
import { publicHolidays } from './holidays';
import { clockOfZone, type WallClock } from './wall-clock';
import { writtenYears } from './written-years';

const DAY_MS = 24 * 60 * 60 * 1_000;
const MINUTE_MS = 60 * 1_000;

/**
 * A calendar written out from last year to the end of the year after next, holidays and closures included; afterwards its
 * week goes on alone. What closes nothing, such as a holiday on a Sunday, is left out. The spec has been checked.
 */
export function materialiseCalendar(spec: CalendarSpec, now = Date.now()): BusinessCalendar {
  const { years, fromAt, toAt } = writtenYears(now);
  const holidays = spec.holidays ? publicHolidays(spec.holidays, years) : [];
  const closures = spec.closures ?? [];
  const days = [
    ...holidays.flatMap(({ firstDay, days }) => daysBetween(dayOf(firstDay), dayOf(firstDay) + days - 1)),
    ...closures.filter(isWholeDays).flatMap(({ from, to }) => daysWithin(dayOf(from), dayOf(to), fromAt, toAt)),
  ];
  const clock = clockOfZone(spec.zone);
  const spans: Span[] = [
    ...holidays.filter(({ days }) => days === 0).map(({ firstDay, from }) => afternoon(clock, firstDay, from)),
    ...closures
      .filter((closure) => !isWholeDays(closure))
      .map(({ from, to }): Span => [Date.parse(from), Date.parse(to)]),
  ];
  const week = weekOf(spec.week);
  const closedDays = [...new Set(days)].filter((day) => week[weekdayOf(day)]?.length).sort((one, other) => one - other);
  const calendar = { name: spec.name, zone: materialiseZone(spec.zone, now), week, closedDays, closed: [] };
  const within = ([from, to]: Span): Span => [Math.max(from, fromAt), Math.min(to, toAt)];
  const closes = ([from, to]: Span) => from < to && !openSpans(calendar, from, to).next().done;
  return { ...calendar, closed: merged(spans.map(within).filter(closes)) };
}

function isWholeDays({ from }: Closure): boolean {
  return !from.includes('T');
}

function dayOf(date: string): number {
  return Date.parse(`${date}T00:00Z`) / DAY_MS;
}

function daysBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_none, index) => first + index);
}

function daysWithin(first: number, last: number, fromAt: number, toAt: number): number[] {
  return daysBetween(Math.max(first, fromAt / DAY_MS), Math.min(last, toAt / DAY_MS - 1));
}

/** From a time of a local day to the midnight after it. */
function afternoon({ momentOf }: WallClock, date: string, from: string): Span {
  const [hours = 0, minutes = 0] = from.split(':').map(Number);
  const midnight = dayOf(date) * DAY_MS;
  return [momentOf(midnight + (hours * 60 + minutes) * MINUTE_MS), momentOf(midnight + DAY_MS)];
}

/** In order, those that overlap or touch made one. */
function merged(spans: Span[]): Span[] {
  const apart: [number, number][] = [];
  for (const [from, to] of spans.sort((one, other) => one[0] - other[0])) {
    const before = apart.at(-1);
    if (before && before[1] >= from) before[1] = Math.max(before[1], to);
    else apart.push([from, to]);
  }
  return apart;
}
