import { advance } from '../../domain/calendar/advance';
import type { BusinessCalendar } from '../../domain/calendar/business-calendar';
import { calendarSpecSchema, type CalendarSpec } from '../../domain/calendar/calendar.schema';
import { elapsed } from '../../domain/calendar/elapsed';
import { WEEKDAYS } from '../../domain/calendar/written-week';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/duration';
import { materialiseCalendar } from '../../services/shared/calendars/materialise-calendar';

const NOW = Date.parse('2026-11-22T12:00Z');
const at = (text: string) => Date.parse(text);
const iso = (moment: number) => new Date(moment).toISOString();

type Range = [from: string, to: string];

function calendar(spec: Partial<CalendarSpec>): BusinessCalendar {
  return materialiseCalendar(calendarSpecSchema.parse({ name: 'c', zone: 'Europe/Berlin', week: {}, ...spec }), NOW);
}

const onWorkdays = (...ranges: Range[]): CalendarSpec['week'] =>
  Object.fromEntries(WEEKDAYS.slice(0, 5).map((weekday) => [weekday, ranges]));
const everyDay = (...ranges: Range[]): CalendarSpec['week'] =>
  Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, ranges]));

describe('a clock in a calendar', () => {
  it('without one runs day and night', () => {
    expect(advance(null, NOW, 4 * HOUR_MS)).toBe(NOW + 4 * HOUR_MS);
    expect(elapsed(null, NOW, NOW + DAY_MS)).toBe(DAY_MS);
    expect(elapsed(null, NOW, NOW - DAY_MS)).toBe(0);
  });

  it('started on Friday at 16:30 with 4 h runs out on Monday at 12:30', () => {
    const office = calendar({ week: onWorkdays(['09:00', '17:00']) });
    const due = advance(office, at('2026-11-20T16:30+01:00'), 4 * HOUR_MS);
    expect(iso(due)).toBe('2026-11-23T11:30:00.000Z');
    expect(elapsed(office, at('2026-11-20T16:30+01:00'), due)).toBe(4 * HOUR_MS);
  });

  it('rests at lunch', () => {
    const office = calendar({ week: onWorkdays(['09:00', '12:30'], ['13:30', '17:00']) });
    expect(iso(advance(office, at('2026-11-24T12:00+01:00'), HOUR_MS))).toBe('2026-11-24T13:00:00.000Z');
    expect(iso(advance(office, at('2026-11-24T12:00+01:00'), 30 * MINUTE_MS))).toBe('2026-11-24T11:30:00.000Z');
    expect(elapsed(office, at('2026-11-24T12:00+01:00'), at('2026-11-24T14:00+01:00'))).toBe(HOUR_MS);
  });

  it('ends with the opening hours, not with the next opening, and does not move without time', () => {
    const office = calendar({ week: onWorkdays(['09:00', '17:00']) });
    expect(iso(advance(office, at('2026-11-20T16:00+01:00'), HOUR_MS))).toBe('2026-11-20T16:00:00.000Z');
    expect(iso(advance(office, at('2026-11-21T10:00+01:00'), 0))).toBe('2026-11-21T09:00:00.000Z');
    expect(iso(advance(office, at('2026-11-21T10:00+01:00'), 1))).toBe('2026-11-23T08:00:00.001Z');
  });

  it('skips Christmas in Munich, and works on Epiphany in Hamburg alone', () => {
    const week = onWorkdays(['09:00', '17:00']);
    const [munich, hamburg] = ['BY', 'HH'].map((region) => calendar({ week, holidays: { country: 'DE', region } }));
    const thursday = at('2026-12-24T16:00+01:00');
    expect(iso(advance(munich as BusinessCalendar, thursday, 2 * HOUR_MS))).toBe('2026-12-28T09:00:00.000Z');
    const eve = at('2027-01-05T16:00+01:00');
    expect(iso(advance(munich as BusinessCalendar, eve, 2 * HOUR_MS))).toBe('2027-01-07T09:00:00.000Z');
    expect(iso(advance(hamburg as BusinessCalendar, eve, 2 * HOUR_MS))).toBe('2027-01-06T09:00:00.000Z');
  });

  it('rests on the days and in the hours that are closed besides', () => {
    const closures = [
      { from: '2026-11-24', to: '2026-11-25', title: 'Moving house' },
      { from: '2026-11-26T09:00:00+01:00', to: '2026-11-26T11:00:00+01:00', title: 'All hands' },
      { from: '2026-11-26T10:30:00+01:00', to: '2026-11-26T11:30:00+01:00', title: 'And its coffee' },
    ];
    const office = calendar({ week: onWorkdays(['09:00', '17:00']), closures });
    expect(iso(advance(office, at('2026-11-23T16:00+01:00'), 2 * HOUR_MS))).toBe('2026-11-26T11:30:00.000Z');
  });
});

describe('the nights in which clocks are changed', () => {
  it('make a night shift in Berlin an hour shorter in March, and an hour longer in October', () => {
    const nights = calendar({ week: everyDay(['00:00', '06:00'], ['22:00', '24:00']) });
    expect(elapsed(nights, at('2027-03-27T22:00+01:00'), at('2027-03-28T06:00+02:00'))).toBe(7 * HOUR_MS);
    expect(elapsed(nights, at('2027-10-30T22:00+02:00'), at('2027-10-31T06:00+01:00'))).toBe(9 * HOUR_MS);
  });

  it('leave nothing of an hour that is skipped, and count both of one that comes twice', () => {
    const hour = calendar({ week: everyDay(['02:00', '03:00']) });
    expect(elapsed(hour, at('2027-03-28T00:00+01:00'), at('2027-03-29T00:00+02:00'))).toBe(0);
    expect(elapsed(hour, at('2027-10-31T00:00+02:00'), at('2027-11-01T00:00+01:00'))).toBe(2 * HOUR_MS);
    expect(iso(advance(hour, at('2027-03-27T02:30+01:00'), HOUR_MS))).toBe('2027-03-29T00:30:00.000Z');
    expect(iso(advance(hour, at('2027-10-31T00:00+02:00'), 1.5 * HOUR_MS))).toBe('2027-10-31T01:30:00.000Z');
  });

  it('move half an hour on Lord Howe', () => {
    const early = calendar({ zone: 'Australia/Lord_Howe', week: everyDay(['01:00', '03:00']) });
    expect(elapsed(early, at('2027-04-04T00:00+11:00'), at('2027-04-04T12:00+10:30'))).toBe(2.5 * HOUR_MS);
    expect(elapsed(early, at('2027-10-03T00:00+10:30'), at('2027-10-03T12:00+11:00'))).toBe(1.5 * HOUR_MS);
  });

  it('take the midnight itself where Santiago changes at midnight', () => {
    const day = calendar({ zone: 'America/Santiago', week: { sunday: [['00:00', '24:00']] } });
    expect(elapsed(day, at('2027-09-04T12:00Z'), at('2027-09-06T12:00Z'))).toBe(23 * HOUR_MS);
  });

  it('do not matter in Kathmandu and on Kiritimati, whose days begin at odd hours of UTC', () => {
    const week = everyDay(['09:00', '10:00']);
    const [kathmandu, kiritimati] = ['Asia/Kathmandu', 'Pacific/Kiritimati'].map((zone) => calendar({ zone, week }));
    expect(iso(advance(kathmandu as BusinessCalendar, NOW, 1))).toBe('2026-11-23T03:15:00.001Z');
    expect(iso(advance(kiritimati as BusinessCalendar, NOW, 1))).toBe('2026-11-22T19:00:00.001Z');
  });
});

describe('a calendar that hardly opens', () => {
  it('is not searched for ever', () => {
    const never: BusinessCalendar = { ...calendar({}), name: 'never' };
    expect(() => advance(never, NOW, 1)).toThrow(RangeError);
    expect(() => advance(never, NOW, 1)).toThrow('Calendar "never" has no 1 ms of open time within five years');
    expect(() => advance(calendar({ week: everyDay(['09:00', '10:00']) }), NOW, Infinity)).toThrow(RangeError);
    expect(elapsed(never, NOW, NOW + 365 * DAY_MS)).toBe(0);
  });
});
