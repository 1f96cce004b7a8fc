import * as fc from 'fast-check';
import { advance } from '../../domain/calendar/advance';
import type { BusinessCalendar } from '../../domain/calendar/business-calendar';
import { elapsed } from '../../domain/calendar/elapsed';
import { openSpans } from '../../domain/calendar/open-spans';
import { DAY_MS } from '../../domain/duration';
import { materialiseCalendar } from '../../services/shared/calendars/materialise-calendar';
import { dice, writtenCalendar } from './support/written-calendars';

const SETTINGS = { numRuns: 2_000, seed: 20_261_122 };
const ZONES = ['Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago', 'Asia/Kathmandu', 'Africa/Casablanca'];
const FROM = Date.UTC(2026, 0);

const calendars = fc
  .tuple(fc.constantFrom(...ZONES), fc.integer({ min: 0 }))
  .map(([zone, seed]): BusinessCalendar => materialiseCalendar(writtenCalendar(zone, dice(seed)), Date.UTC(2026, 6)));
const moments = fc.integer({ min: FROM, max: FROM + 600 * DAY_MS });
const durations = fc.integer({ min: 0, max: 6 * DAY_MS });

describe('time in a calendar', () => {
  it('is conserved: what was given is what has passed, at the earliest such moment', () => {
    const property = fc.property(calendars, moments, durations, (calendar, fromAt, ms) => {
      const due = advance(calendar, fromAt, ms);
      expect(elapsed(calendar, fromAt, due)).toBe(ms);
      if (ms > 0) expect(elapsed(calendar, fromAt, due - 1)).toBe(ms - 1);
    });
    fc.assert(property, SETTINGS);
  });

  it('adds up: two spans after each other are as long as both', () => {
    const property = fc.property(calendars, moments, durations, durations, (calendar, fromAt, one, other) => {
      const due = advance(calendar, advance(calendar, fromAt, one), other);
      expect(due).toBe(advance(calendar, fromAt, one + other));
      const [middle, end] = [fromAt + one, fromAt + one + other];
      expect(elapsed(calendar, fromAt, middle) + elapsed(calendar, middle, end)).toBe(elapsed(calendar, fromAt, end));
    });
    fc.assert(property, SETTINGS);
  });

  it('never goes back: later, or longer, is not earlier', () => {
    const property = fc.property(calendars, moments, durations, durations, (calendar, fromAt, ms, more) => {
      expect(advance(calendar, fromAt, ms + more)).toBeGreaterThanOrEqual(advance(calendar, fromAt, ms));
      if (ms > 0) expect(advance(calendar, fromAt + more, ms)).toBeGreaterThanOrEqual(advance(calendar, fromAt, ms));
      expect(elapsed(calendar, fromAt, fromAt + ms)).toBeLessThanOrEqual(ms);
    });
    fc.assert(property, SETTINGS);
  });

  it('opens and closes in order, and within the bounds that are asked for', () => {
    const property = fc.property(calendars, moments, durations, (calendar, fromAt, ms) => {
      let before = fromAt;
      for (const [opensAt, closesAt] of openSpans(calendar, fromAt, fromAt + ms)) {
        expect(opensAt).toBeGreaterThanOrEqual(before);
        expect(closesAt).toBeGreaterThan(opensAt);
        before = closesAt;
      }
      expect(before).toBeLessThanOrEqual(fromAt + ms);
    });
    fc.assert(property, SETTINGS);
  });
});
