import Holidays, { type HolidaysTypes } from 'date-holidays';
import type { CalendarSpec } from '../../../domain/calendar/calendar.schema';
import type { FieldProblem } from '../../../domain/rejection';

/** Whose public holidays a calendar keeps. */
export type HolidaysOf = NonNullable<CalendarSpec['holidays']>;

/** A public holiday in local time of its country: whole days, or the afternoon of one. */
export interface PublicHoliday {
  /** YYYY-MM-DD. */
  firstDay: string;
  /** So many whole days; 0 where it begins later than at midnight, and lasts until the next. */
  days: number;
  /** HH:MM, at which it begins. */
  from: string;
}

const HOUR_MS = 60 * 60 * 1_000;
const cache = new Map<string, readonly PublicHoliday[]>();
const lists = new Holidays();

/** The public holidays of a country or a region of it, in these years; none where it is not known. */
export function publicHolidays(of: HolidaysOf, years: readonly number[]): PublicHoliday[] {
  if (holidayProblems(of).length > 0) return [];
  return years.flatMap((year) => holidaysOfYear(of, year));
}

/** Why there are no holidays of this country or region: it is not known. */
export function holidayProblems({ country, region }: HolidaysOf): FieldProblem[] {
  const countries = lists.getCountries();
  if (!Object.hasOwn(countries, country)) {
    return [
      { pointer: '#/country', detail: `no holidays are known of ${quoted(country)}; use two letters such as DE` },
    ];
  }
  if (region === undefined) return [];
  const [state = '', part] = region.split('-', 2);
  const regions = part === undefined ? lists.getStates(country) : lists.getRegions(country, state);
  if (Object.hasOwn(regions ?? {}, part ?? state) && region.split('-').length <= 2) return [];
  const known = Object.keys(lists.getStates(country) ?? {});
  const detail = known.length > 0 ? `must be one of ${known.join(', ')}, or a region of one` : 'has no regions here';
  return [{ pointer: '#/region', detail: `${quoted(region)} is not a region of ${country}: ${detail}` }];
}

function holidaysOfYear({ country, region }: HolidaysOf, year: number): readonly PublicHoliday[] {
  const key = `${country} ${region ?? ''} ${year}`;
  const known = cache.get(key);
  if (known) return known;
  const found = listOf(country, region)
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(publicHoliday);
  cache.set(key, found);
  return found;
}

function listOf(country: string, region: string | undefined): Holidays {
  const [state, part] = region?.split('-', 2) ?? [];
  if (state === undefined) return new Holidays(country);
  return part === undefined ? new Holidays(country, state) : new Holidays(country, state, part);
}

/** Its `date` is local. A day is longer or shorter by an hour where the clocks change; what is over whole days is left. */
function publicHoliday({ date, start, end }: HolidaysTypes.Holiday): PublicHoliday {
  const from = date.slice(11, 16);
  const hours = (end.getTime() - start.getTime()) / HOUR_MS;
  return { firstDay: date.slice(0, 10), from, days: from === '00:00' ? Math.max(1, Math.floor((hours + 2) / 24)) : 0 };
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
