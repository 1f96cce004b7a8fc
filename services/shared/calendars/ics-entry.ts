import ICAL from 'ical.js';
import { BrokenIcs, type IcsLine, type IcsPart } from './ics-file';
import { parsed, pointOf, timesOf, type IcsClocks, type IcsTime } from './ics-times';

/** An entry of a file (VEVENT), not yet repeated. Lengths and points in ms; of whole days the midnights of UTC. */
export interface IcsEntry {
  line: number;
  uid: string;
  title: string;
  cancelled: boolean;
  start: IcsTime;
  lengthMs: number;
  rule: IcsLine | null;
  /** Beginnings besides the rule, and those that the rule leaves out. */
  also: number[];
  except: number[];
  /** The beginning in the series that this entry replaces. */
  replaces: number | null;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
const LONGEST_MS = 3_660 * DAY_MS;
const LONGEST_TITLE = 200;

/** Reads an entry; throws `BrokenIcs` with the line that is wrong. */
export function readEntry(part: IcsPart, clocks: IcsClocks): IcsEntry {
  const all = (name: string) => part.lines.filter((line) => line.name === name);
  const only = (name: string) => {
    const [first, second] = all(name);
    if (second) throw new BrokenIcs(second.line, `${name} stands twice in the entry of line ${part.line}`);
    return first ?? null;
  };
  const text = (name: string) => all(name).map((line) => String(parsed(line).getFirstValue() ?? ''))[0] ?? '';
  const startLine = only('DTSTART');
  if (!startLine) throw new BrokenIcs(part.line, 'this entry has no DTSTART');
  const start = oneTime(startLine, clocks);
  const points = (name: string) => all(name).flatMap((line) => alike(line, timesOf(line, clocks), start).map(pointOf));
  const replaced = only('RECURRENCE-ID');
  if (replaced && /;RANGE=/i.test(replaced.text)) {
    throw new BrokenIcs(replaced.line, 'a change of this and all later repetitions is not understood');
  }
  return {
    line: part.line,
    uid: text('UID'),
    title: titleOf(text('SUMMARY')),
    cancelled: text('STATUS').toUpperCase() === 'CANCELLED',
    start,
    lengthMs: lengthOf(start, only('DTEND'), only('DURATION'), clocks),
    rule: only('RRULE'),
    also: points('RDATE'),
    except: points('EXDATE'),
    replaces: replaced ? (points('RECURRENCE-ID')[0] ?? null) : null,
  };
}

function oneTime(line: IcsLine, clocks: IcsClocks): IcsTime {
  const [time, another] = timesOf(line, clocks);
  if (!time || another) throw new BrokenIcs(line.line, `${line.name}: expected one day or time`);
  return time;
}

function alike(line: IcsLine, times: IcsTime[], start: IcsTime): IcsTime[] {
  if (times.every(({ isDay }) => isDay === start.isDay)) return times;
  throw new BrokenIcs(line.line, `${line.name}: expected ${start.isDay ? 'a day' : 'a time'}, as DTSTART has it`);
}

/** Without an end a day is a day long, and a time has no length. */
function lengthOf(start: IcsTime, end: IcsLine | null, duration: IcsLine | null, clocks: IcsClocks): number {
  let lengthMs = start.isDay ? DAY_MS : 0;
  if (end) {
    const [time] = alike(end, [oneTime(end, clocks)], start) as [IcsTime];
    lengthMs = pointOf(time) - pointOf(start);
  } else if (duration) {
    const value = parsed(duration).getFirstValue();
    if (!(value instanceof ICAL.Duration)) throw new BrokenIcs(duration.line, 'DURATION: expected a duration');
    lengthMs = value.toSeconds() * 1_000;
  }
  const line = (end ?? duration)?.line ?? 1;
  if (lengthMs < 0) throw new BrokenIcs(line, 'the entry ends before it begins');
  if (lengthMs > LONGEST_MS) throw new BrokenIcs(line, 'the entry is longer than ten years');
  return start.isDay ? Math.max(DAY_MS, Math.ceil(lengthMs / DAY_MS) * DAY_MS) : lengthMs;
}

function titleOf(summary: string): string {
  const line = summary.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
  return line === '' ? 'closed' : line.slice(0, LONGEST_TITLE);
}
