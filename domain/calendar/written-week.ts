import type { OpenRange } from './business-calendar';

/** The days of a week as people write them, Monday first. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** A day of the week by its name. */
export type Weekday = (typeof WEEKDAYS)[number];

/** The open hours of each weekday as people write them: `["09:00", "12:30"]`, the end excluded; `24:00` is midnight. */
export type WrittenWeek = Readonly<Partial<Record<Weekday, readonly (readonly [from: string, to: string])[]>>>;

/** What is wrong with a written week, and where. */
export interface WeekProblem {
  path: [Weekday, number];
  detail: string;
}

/** The week in minutes of the local day, Monday first; ranges ascending, those that touch made one. */
export function weekOf(week: WrittenWeek): OpenRange[][] {
  return WEEKDAYS.map((weekday) => {
    const ranges: [number, number][] = [];
    for (const { from, to } of rangesOf(week, weekday)) {
      const before = ranges.at(-1);
      if (before && before[1] >= from) before[1] = Math.max(before[1], to);
      else ranges.push([from, to]);
    }
    return ranges;
  });
}

/** Ranges that end before they begin, and those that overlap another one of their day. */
export function weekProblems(week: WrittenWeek): WeekProblem[] {
  return WEEKDAYS.flatMap((weekday) => {
    const ranges = rangesOf(week, weekday);
    const wrong = ranges.filter(({ from, to }) => to <= from);
    if (wrong.length > 0) return wrong.map(({ index }) => problem(weekday, index, ENDS_BEFORE));
    const overlapping = ranges.filter(({ from }, place) => place > 0 && from < (ranges[place - 1]?.to ?? 0));
    return overlapping.map(({ index }) => problem(weekday, index, 'must not overlap another range of this day'));
  });
}

const ENDS_BEFORE =
  'must end after it begins; hours over midnight are two ranges: to 24:00, and from 00:00 on the day after';

function problem(weekday: Weekday, index: number, detail: string): WeekProblem {
  return { path: [weekday, index], detail };
}

/** The ranges of a day by their beginning, each with the place where it is written. */
function rangesOf(week: WrittenWeek, weekday: Weekday): { from: number; to: number; index: number }[] {
  const ranges = (week[weekday] ?? []).map(([from, to], index) => ({
    from: minutesOf(from),
    to: minutesOf(to),
    index,
  }));
  return ranges.sort((one, other) => one.from - other.from || one.to - other.to);
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
