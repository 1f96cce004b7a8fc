import type { Zone } from '../people';

/** An open range of a weekday: minutes of the local day, end excluded; 1440 is midnight. */
export type OpenRange = readonly [fromMinute: number, toMinute: number];

/** A stretch of time, end excluded. */
export type Span = readonly [fromAt: number, toAt: number];

/**
 * When time counts. It is written out like a zone: whoever carries one can reckon with it without a time zone database
 * or a list of holidays, which may differ between two replays.
 */
export interface BusinessCalendar {
  name: string;
  zone: Zone;
  /** Open ranges of each weekday, Monday first; ascending, apart. */
  week: readonly (readonly OpenRange[])[];
  /** Local days (days since 1970-01-01) that are closed: holidays, all-day entries of a feed. Ascending. */
  closedDays: readonly number[];
  /** Moments that are closed besides: timed entries of a feed. Ascending, apart. */
  closed: readonly Span[];
}
