import { DateTime, IANAZone } from 'luxon';
import type { CalendarSpec } from '../../../domain/calendar/calendar.schema';

/** Every minute of two years. */
export const TABLE_FROM = Date.UTC(2026, 0);
export const MINUTES = (365 + 365) * 24 * 60;

const MINUTE_MS = 60_000;
const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** What the wall shows in a zone at each minute, as luxon tells it. */
export interface Wall {
  minuteOfDay: Int16Array;
  /** The place of its date in `dates`. */
  date: Int32Array;
  dates: { iso: string; weekday: number }[];
  /** The minutes at which the clock was put forward or back. */
  jumps: number[];
}

/** The open minutes of a calendar, one by one. */
export interface MinuteTable {
  isOpen: Uint8Array;
  /** How many minutes before this one are open. */
  openBefore: Int32Array;
  /** The open minutes in order. */
  open: Int32Array;
}

/** Asks luxon hour by hour, and minute by minute where an hour is not one that simply passes within a day. */
export function wallOf(zone: string): Wall {
  const wall: Wall = { minuteOfDay: new Int16Array(MINUTES), date: new Int32Array(MINUTES), dates: [], jumps: [] };
  const places = new Map<number, number>();
  const iana = IANAZone.create(zone);
  const ask = (minute: number) => {
    const local = DateTime.fromMillis(TABLE_FROM + minute * MINUTE_MS, { zone: iana });
    const date = (local.year * 12 + local.month) * 31 + local.day;
    let place = places.get(date);
    if (place === undefined) {
      place = wall.dates.push({ iso: local.toISODate() as string, weekday: local.weekday - 1 }) - 1;
      places.set(date, place);
    }
    return { minuteOfDay: local.hour * 60 + local.minute, place };
  };
  let hour = ask(0);
  for (let first = 0; first < MINUTES; first += 60) {
    const next = ask(first + 60);
    const end = hour.minuteOfDay + 60;
    const passes = end === next.minuteOfDay || (end === 1440 && next.minuteOfDay === 0);
    for (let minute = first; minute < first + 60; minute += 1) {
      const seen = passes ? { minuteOfDay: hour.minuteOfDay + minute - first, place: hour.place } : ask(minute);
      wall.minuteOfDay[minute] = seen.minuteOfDay;
      wall.date[minute] = seen.place;
    }
    hour = next;
  }
  for (let minute = 1; minute < MINUTES; minute += 1) {
    const expected = ((wall.minuteOfDay[minute - 1] as number) + 1) % 1440;
    if (wall.minuteOfDay[minute] !== expected) wall.jumps.push(minute);
  }
  return wall;
}

/** Looks at each minute: is its time of day in a range of its weekday, its date not closed, and it not closed itself? */
export function minuteTable(spec: CalendarSpec, wall: Wall): MinuteTable {
  const days = wall.dates.map(({ iso, weekday }) => {
    const closed = (spec.closures ?? []).some(({ from, to }) => !from.includes('T') && from <= iso && iso <= to);
    const open = new Uint8Array(1440);
    const ranges = closed ? [] : (spec.week[NAMES[weekday] as (typeof NAMES)[number]] ?? []);
    for (const [from, to] of ranges.map(minutesOfRange)) open.fill(1, from, to);
    return open;
  });
  const isOpen = new Uint8Array(MINUTES);
  for (let minute = 0; minute < MINUTES; minute += 1) {
    isOpen[minute] = days[wall.date[minute] as number]?.[wall.minuteOfDay[minute] as number] as number;
  }
  for (const { from, to } of spec.closures ?? []) {
    if (!from.includes('T')) continue;
    const [first, end] = [from, to].map((at) => (DateTime.fromISO(at).toMillis() - TABLE_FROM) / MINUTE_MS);
    isOpen.fill(0, Math.max(0, first as number), Math.max(0, end as number));
  }
  const openBefore = new Int32Array(MINUTES + 1);
  const open = new Int32Array(MINUTES);
  let count = 0;
  for (let minute = 0; minute < MINUTES; minute += 1) {
    if (isOpen[minute]) open[count++] = minute;
    openBefore[minute + 1] = count;
  }
  return { isOpen, openBefore, open: open.subarray(0, count) };
}

function minutesOfRange([from, to]: readonly [string, string]): [number, number] {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return [minutes(from), minutes(to)];
}

/** The open time between two moments: whole minutes, and the pieces of the first and the last one. */
export function elapsedByMinutes({ isOpen, openBefore }: MinuteTable, fromAt: number, toAt: number): number {
  const passed = (at: number) => {
    const minute = Math.floor((at - TABLE_FROM) / MINUTE_MS);
    const piece = isOpen[minute] ? at - TABLE_FROM - minute * MINUTE_MS : 0;
    return (openBefore[minute] as number) * MINUTE_MS + piece;
  };
  return toAt > fromAt ? passed(toAt) - passed(fromAt) : 0;
}

/** When `ms` of open time have passed: the rest of this minute, then open minute by open minute. Null beyond the table. */
export function advanceByMinutes(table: MinuteTable, fromAt: number, ms: number): number | null {
  if (ms === 0) return fromAt;
  const minute = Math.floor((fromAt - TABLE_FROM) / MINUTE_MS);
  const rest = table.isOpen[minute] ? MINUTE_MS - (fromAt - TABLE_FROM - minute * MINUTE_MS) : 0;
  if (ms <= rest) return fromAt + ms;
  const whole = Math.ceil((ms - rest) / MINUTE_MS);
  const last = table.open[(table.openBefore[minute + 1] as number) + whole - 1];
  return last === undefined ? null : TABLE_FROM + last * MINUTE_MS + (ms - rest - (whole - 1) * MINUTE_MS);
}
