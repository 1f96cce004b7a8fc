import { clockOfZone } from '../../shared/calendars/wall-clock';

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * The moment that a day or a moment means in somebody's zone: of a day its midnight there, of the last day of something
 * the midnight after it. Epoch milliseconds.
 */
export function momentIn(zone: string, dayOrMoment: string, edge: 'first' | 'last'): number {
  if (dayOrMoment.includes('T')) return Date.parse(dayOrMoment);
  const midnight = Date.parse(`${dayOrMoment}T00:00:00Z`);
  return clockOfZone(zone).momentOf(edge === 'last' ? midnight + DAY_MS : midnight);
}
