import { advance } from '../../domain/calendar/advance';
import { calendarSpecSchema, type CalendarSpec } from '../../domain/calendar/calendar.schema';
import { elapsed } from '../../domain/calendar/elapsed';
import { WEEKDAYS } from '../../domain/calendar/written-week';
import { checkCalendar, checkCalendars } from '../../services/shared/calendars/check-calendar';
import { materialiseCalendar } from '../../services/shared/calendars/materialise-calendar';

const NOW = Date.parse('2026-11-22T12:00Z');
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const workdays = Object.fromEntries(WEEKDAYS.slice(0, 5).map((weekday) => [weekday, [['09:00', '17:00']]]));
const office = { name: 'office', zone: 'Europe/Berlin', week: workdays };

function spec(changed: object = {}): CalendarSpec {
  return calendarSpecSchema.parse({ ...office, ...changed });
}

/** The fields that the schema refuses, with what it says of the first. */
function refused(changed: object): { fields: string[]; says: string } {
  const { error } = calendarSpecSchema.safeParse({ ...office, ...changed });
  return { fields: error?.issues.map(({ path }) => path.join('/')) ?? [], says: error?.issues[0]?.message ?? '' };
}

const dayOf = (date: string) => Date.parse(`${date}T00:00Z`) / DAY_MS;

describe('a calendar is refused when it is written', () => {
  it.each([
    [{ monday: [['17:00', '09:00']] }, 'week/monday/0', 'must end after it begins'],
    [{ monday: [['22:00', '06:00']] }, 'week/monday/0', 'hours over midnight are two ranges'],
    [{ friday: [['09:00', '09:00']] }, 'week/friday/0', 'must end after it begins'],
    [{ friday: [['13:00', '17:00'], ['09:00', '13:01']] }, 'week/friday/0', 'must not overlap'], // prettier-ignore
    [{ sunday: [['9:00', '17:00']] }, 'week/sunday/0/0', 'must be a time of day'],
    [{ sunday: [['09:00', '24:01']] }, 'week/sunday/0/1', 'must be a time of day'],
    [{ sunday: [['24:00', '24:00']] }, 'week/sunday/0', 'must end after it begins'],
    [
      { sunday: Array.from({ length: 13 }, (_none, hour) => [`0${hour % 10}:00`, `0${hour % 10}:30`]) },
      'week/sunday',
      '12',
    ],
    [{ montag: [['09:00', '17:00']] }, 'week', 'montag'],
  ])('with the week %j', (week, field, says) => {
    expect(refused({ week })).toEqual({ fields: [field], says: expect.stringContaining(says) });
  });

  it.each([
    [{ holidays: { country: 'Germany' } }, 'holidays/country', 'two letters'],
    [{ closures: [{ from: '2026-12-24', to: '2026-12-23', title: 'a' }] }, 'closures/0/to', 'must not be before'],
    [
      { closures: [{ from: '2026-12-24', to: '2026-12-24T12:00:00Z', title: 'a' }] },
      'closures/0/to',
      'must be a day where',
    ],
    [
      { closures: [{ from: '2026-12-24T12:00:00Z', to: '2026-12-24T13:00:00+01:00', title: 'a' }] },
      'closures/0/to',
      'later than',
    ],
    [{ closures: [{ from: '2026-02-30', to: '2026-03-01', title: 'a' }] }, 'closures/0/from', 'must be a day'],
    [{ name: 'our office' }, 'name', 'must be an id'],
  ])('with %j', (changed, field, says) => {
    expect(refused(changed)).toEqual({ fields: [field], says: expect.stringContaining(says) });
  });

  it.each([
    [{ zone: 'Europe/Atlantis' }, 'invalid-content', '#/zone', 'must be an IANA zone, such as Europe/Berlin'],
    [{ holidays: { country: 'QQ' } }, 'invalid-content', '#/holidays/country', 'no holidays are known of "QQ"'],
    [{ holidays: { country: 'DE', region: 'CA' } }, 'invalid-content', '#/holidays/region', 'must be one of BB, BE'],
    [{ holidays: { country: 'DE', region: 'BY-Z' } }, 'invalid-content', '#/holidays/region', 'not a region of DE'],
    [{ holidays: { country: 'DE', region: 'BY-A-B' } }, 'invalid-content', '#/holidays/region', 'not a region of DE'],
    [{ holidays: { country: 'DE', region: 'constructor' } }, 'invalid-content', '#/holidays/region', 'not a region'],
    [{ holidays: { country: 'JP', region: '13' } }, 'invalid-content', '#/holidays/region', 'has no regions here'],
    [{ week: {} }, 'calendar-never-open', '#/week', 'not open for a minute in the next year'],
    [
      { closures: [{ from: '2026-11-22', to: '2027-11-30', title: 'Sabbatical' }] },
      'calendar-never-open',
      '#/week',
      'not open for a minute',
    ],
    [
      { zone: 'Europe/Berlin', week: { sunday: [['02:00', '02:30']] }, closures: weeklyBut('2027-03-28') },
      'calendar-never-open',
      '#/week',
      'not open for a minute',
    ],
  ])('with %j, which the lists do not know or nothing opens', (changed, type, pointer, says) => {
    expect(checkCalendar(spec(changed), NOW)).toEqual([{ type, pointer, detail: expect.stringContaining(says) }]);
  });

  it('but not because of many ranges, ranges that touch or stand in any order, or a part of a region', () => {
    const monday = [
      ['13:00', '17:00'],
      ['00:00', '09:30'],
      ['09:30', '12:00'],
      ['18:00', '24:00'],
    ];
    const written = spec({ week: { monday }, holidays: { country: 'DE', region: 'BY-A' } });
    expect(checkCalendar(written, NOW)).toEqual([]);
    expect(materialiseCalendar(written, NOW).week).toEqual([
      [
        [0, 720],
        [780, 1020],
        [1080, 1440],
      ],
      ...Array.from({ length: 6 }, () => []),
    ]);
  });

  it('when its name is there already', () => {
    const specs = [spec(), spec({ zone: 'Nowhere' }), spec({ name: 'other' })];
    expect(checkCalendars(specs, '#/calendars', NOW)).toEqual([
      { type: 'invalid-content', pointer: '#/calendars/1/name', detail: expect.stringContaining('"office"') },
      { type: 'invalid-content', pointer: '#/calendars/1/zone', detail: expect.stringContaining('IANA') },
    ]);
  });
});

/** Every Sunday of a year closed but this one: the day on which the clock skips the hour that would be open. */
function weeklyBut(date: string) {
  const sundays = Array.from({ length: 54 }, (_none, week) => {
    return new Date((dayOf('2026-11-22') + 7 * week) * DAY_MS).toISOString().slice(0, 10);
  });
  return sundays.filter((sunday) => sunday !== date).map((sunday) => ({ from: sunday, to: sunday, title: 'closed' }));
}

describe('a calendar written out', () => {
  it('holds the public holidays of a country from last year to the year after next, and no other days', () => {
    const { closedDays } = materialiseCalendar(spec({ holidays: { country: 'DE' } }), NOW);
    // New Year 2025, Good Friday, Easter Monday, 1 May, Ascension, Whit Monday, 3 October, 25 and 26 December.
    const days2025 = ['01-01', '04-18', '04-21', '05-01', '05-29', '06-09', '10-03', '12-25', '12-26'];
    expect(closedDays.filter((day) => day < dayOf('2026-01-01'))).toEqual(days2025.map((day) => dayOf(`2025-${day}`)));
    // In 2026 the third of October and the second day of Christmas are Saturdays, which close nothing here.
    expect(closedDays).not.toContain(dayOf('2026-10-03'));
    expect(closedDays.at(-1)).toBe(dayOf('2028-12-26'));
    expect(closedDays).toEqual([...closedDays].sort((one, other) => one - other));
  });

  it('knows the substitute of a holiday on a weekend, and leaves out what is kept at will', () => {
    const { closedDays } = materialiseCalendar(spec({ zone: 'Europe/London', holidays: { country: 'GB' } }), NOW);
    expect(closedDays).toContain(dayOf('2026-12-28'));
    const berlin = materialiseCalendar(spec({ holidays: { country: 'DE', region: 'BE' } }), NOW).closedDays;
    expect(berlin).toContain(dayOf('2027-03-08'));
    expect(berlin).not.toContain(dayOf('2026-12-24'));
  });

  it('takes a holiday of several days whole, also where the clocks change in it', () => {
    const { closedDays } = materialiseCalendar(spec({ zone: 'Europe/Sarajevo', holidays: { country: 'BA' } }), NOW);
    const eid = ['2025-03-31', '2025-04-01'].map(dayOf);
    expect(closedDays.filter((day) => day > dayOf('2025-03-28') && day < dayOf('2025-04-04'))).toEqual(eid);
  });

  it('closes the afternoon of a holiday that begins at one', () => {
    const reykjavik = materialiseCalendar(spec({ zone: 'Atlantic/Reykjavik', holidays: { country: 'IS' } }), NOW);
    const [from, to] = [Date.parse('2026-12-24T09:00Z'), Date.parse('2026-12-24T17:00Z')];
    expect(elapsed(reykjavik, from, to)).toBe(4 * HOUR_MS);
    expect(reykjavik.closed).toContainEqual([Date.parse('2026-12-24T13:00Z'), Date.parse('2026-12-25T00:00Z')]);
  });

  it('carries only what closes something, in order and apart', () => {
    const closures = [
      { from: '2026-12-05', to: '2026-12-06', title: 'A weekend' },
      { from: '2026-12-07T18:00:00+01:00', to: '2026-12-07T20:00:00+01:00', title: 'An evening' },
      { from: '2026-12-09T14:00:00+01:00', to: '2026-12-09T16:00:00+01:00', title: 'Second' },
      { from: '2026-12-08T09:00:00+01:00', to: '2026-12-08T10:00:00+01:00', title: 'First' },
      { from: '2026-12-09T15:00:00+01:00', to: '2026-12-09T17:00:00+01:00', title: 'Over the second' },
      { from: '0001-01-01', to: '2024-12-31', title: 'Long ago' },
      { from: '2029-01-01', to: '9999-12-31', title: 'Far away' },
    ];
    const { closedDays, closed } = materialiseCalendar(spec({ closures }), NOW);
    expect(closedDays).toEqual([]);
    expect(closed.map((span) => span.map((at) => new Date(at).toISOString().slice(5, 16)))).toEqual([
      ['12-08T08:00', '12-08T09:00'],
      ['12-09T13:00', '12-09T16:00'],
    ]);
  });

  it('goes on by its week where it is not written out any more', () => {
    const calendar = materialiseCalendar(spec({ holidays: { country: 'DE' } }), NOW);
    const far = Date.parse('2029-12-25T10:00Z');
    expect(advance(calendar, far, HOUR_MS)).toBe(far + HOUR_MS);
  });

  it('stays the same within a year, so that it can be compared', () => {
    const written = spec({ holidays: { country: 'US', region: 'CA' } });
    expect(materialiseCalendar(written, NOW + 30 * DAY_MS)).toEqual(materialiseCalendar(written, NOW));
  });
});
