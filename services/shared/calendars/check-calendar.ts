import type { CalendarSpec } from '../../../domain/calendar/calendar.schema';
import { openSpans } from '../../../domain/calendar/open-spans';
import type { FieldProblem, RejectionType } from '../../../domain/rejection';
import { isZone } from '../store/zones';
import { holidayProblems } from './holidays';
import { materialiseCalendar } from './materialise-calendar';

/** What is wrong with a calendar, and the refusal that it makes. */
export interface CalendarProblem extends FieldProblem {
  type: Extract<RejectionType, 'invalid-content' | 'calendar-never-open'>;
}

const YEAR_MS = 366 * 24 * 60 * 60 * 1_000;

/**
 * What the schema of a calendar cannot see: a zone, country or region that nobody knows, and a calendar without an open
 * minute in the next year. Pointers are relative to the calendar.
 */
export function checkCalendar(spec: CalendarSpec, now = Date.now()): CalendarProblem[] {
  const problems: FieldProblem[] = [];
  if (!isZone(spec.zone)) problems.push({ pointer: '#/zone', detail: 'must be an IANA zone, such as Europe/Berlin' });
  for (const { pointer, detail } of spec.holidays ? holidayProblems(spec.holidays) : []) {
    problems.push({ pointer: pointer.replace('#', '#/holidays'), detail });
  }
  if (problems.length > 0) return problems.map((problem) => ({ ...problem, type: 'invalid-content' }));
  if (!openSpans(materialiseCalendar(spec, now), now, now + YEAR_MS).next().done) return [];
  const detail = 'the calendar is not open for a minute in the next year: its clocks would never run out';
  return [{ pointer: '#/week', detail, type: 'calendar-never-open' }];
}

/** The problems of a list of calendars, among them a name that comes twice. Pointers begin with `pointer`. */
export function checkCalendars(specs: readonly CalendarSpec[], pointer = '#', now = Date.now()): CalendarProblem[] {
  const names = specs.map(({ name }) => name);
  return specs.flatMap((spec, index) => {
    const own = checkCalendar(spec, now).map((one) => ({
      ...one,
      pointer: one.pointer.replace('#', `${pointer}/${index}`),
    }));
    if (names.indexOf(spec.name) === index) return own;
    const detail = `another calendar of this list has the name ${JSON.stringify(spec.name)}`;
    return [{ pointer: `${pointer}/${index}/name`, detail, type: 'invalid-content' as const }, ...own];
  });
}
