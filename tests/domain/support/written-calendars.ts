import { WEEKDAYS } from '../../../domain/calendar/written-week';
import { calendarSpecSchema, type CalendarSpec } from '../../../domain/calendar/calendar.schema';
import { MINUTES, TABLE_FROM } from './minute-table';

/** A number from 0 on, below the given one. */
export type Dice = (below: number) => number;

/** Throws the same numbers for the same seed. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const office: CalendarSpec['week'] = Object.fromEntries(
  WEEKDAYS.slice(0, 5).map((weekday) => [
    weekday,
    [
      ['09:00', '12:30'],
      ['13:30', '17:00'],
    ],
  ]),
);

/** Some that people have: office hours, nights, all day, the hours in which clocks are changed, one hour a week. */
const KNOWN_WEEKS: CalendarSpec['week'][] = [
  office,
  Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, [['00:00', '24:00']]])),
  Object.fromEntries(
    WEEKDAYS.map((weekday) => [
      weekday,
      [
        ['00:00', '06:00'],
        ['22:00', '24:00'],
      ],
    ]),
  ),
  Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, [['01:30', '02:30']]])),
  { sunday: [['02:00', '03:00']] },
];

/** A calendar as people might write it, with closures; every one passes the schema. */
export function writtenCalendar(zone: string, throws: Dice): CalendarSpec {
  const known = KNOWN_WEEKS[throws(KNOWN_WEEKS.length * 2)];
  const week = known ?? Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, ranges(throws)]));
  const closures = Array.from({ length: throws(40) }, () => (throws(2) === 0 ? wholeDays(throws) : moments(throws)));
  return calendarSpecSchema.parse({ name: 'c', zone, week: { ...week, wednesday: [['10:07', '15:59']] }, closures });
}

/** None to four ranges between different minutes of the day, some of them quarter hours. */
function ranges(throws: Dice): [string, string][] {
  const step = throws(2) === 0 ? 1 : 15;
  const minutes = new Set(Array.from({ length: 2 * throws(5) }, () => throws(1440 / step + 1) * step));
  const ordered = [...minutes].sort((one, other) => one - other);
  return Array.from({ length: Math.floor(ordered.length / 2) }, (_none, index) => [
    time(ordered[2 * index] as number),
    time(ordered[2 * index + 1] as number),
  ]);
}

function time(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function wholeDays(throws: Dice) {
  const first = throws(730);
  const day = (index: number) => new Date(TABLE_FROM + index * 86_400_000).toISOString().slice(0, 10);
  return { from: day(first), to: day(first + throws(4)), title: 'closed' };
}

function moments(throws: Dice) {
  const first = throws(MINUTES);
  const at = (minute: number) => new Date(TABLE_FROM + minute * 60_000).toISOString();
  return { from: at(first), to: at(first + 1 + throws(2_000)), title: 'closed' };
}
