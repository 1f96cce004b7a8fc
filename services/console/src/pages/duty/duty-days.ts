import type { Duty } from '../../api/duty';
import { wallClock } from '../../forms/zoned-time';

type Stretch = Duty['shifts'][number];

/** One stretch of a day. */
export interface DayStretch extends Stretch {
  /** When it begins and ends on this day, of the wall clock: `09:00`. */
  fromClock: string;
  toClock: string;
}

/** A day of a zone with who is on duty. */
export interface DutyDay {
  /** YYYY-MM-DD */
  day: string;
  stretches: DayStretch[];
}

/** The stretches by the days of a zone; one over midnight stands on both. */
export function byDay(stretches: readonly Stretch[], timeZone: string): DutyDay[] {
  const days = new Map<string, DayStretch[]>();
  for (const stretch of stretches) {
    const [from, until] = [
      wallClock(Date.parse(stretch.from), timeZone),
      wallClock(Date.parse(stretch.until), timeZone),
    ];
    const last = until.slice(0, 10);
    for (let day = from.slice(0, 10); day <= last; day = nextDay(day)) {
      const fromClock = day === from.slice(0, 10) ? from.slice(11) : '00:00';
      const toClock = day === last ? until.slice(11) : '24:00';
      if (fromClock === toClock || toClock === '00:00') continue;
      days.set(day, [...(days.get(day) ?? []), { ...stretch, fromClock, toClock }]);
    }
  }
  return [...days].map(([day, of]) => ({ day, stretches: of }));
}

function nextDay(day: string): string {
  const next = new Date(`${day}T12:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
