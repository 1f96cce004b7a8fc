import { MOST_CLOSURES, type Closure } from '../../../domain/calendar/calendar.schema';
import { readEntry, type IcsEntry } from './ics-entry';
import { BrokenIcs, readIcsFile, type IcsProblem } from './ics-file';
import { IcsProblems } from './ics-problems';
import { beginningsOf, followedOf } from './ics-repetition';
import { clocksOf } from './ics-zones';
import { clockOfZone } from './wall-clock';
import { writtenYears, type WrittenYears } from './written-years';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The closures of a file, and what is wrong in it; where something is, the closures are those of the rest. */
export interface IcsClosures {
  closures: Closure[];
  problems: IcsProblem[];
}

/**
 * The entries of an ICS file as closures, repetitions written out from last year to the end of the year after next.
 * Times without a zone are those of `zone`, the calendar's. Cancelled entries and those without length close nothing.
 */
export function closuresFromIcs(text: string, zone: string, now = Date.now()): IcsClosures {
  const problems = new IcsProblems();
  try {
    const closures = closuresOf(text, zone, writtenYears(now), problems);
    return { closures, problems: problems.all() };
  } catch (error) {
    if (!(error instanceof BrokenIcs)) throw error;
    problems.note(error);
    return { closures: [], problems: problems.all() };
  }
}

function closuresOf(text: string, zone: string, years: WrittenYears, problems: IcsProblems): Closure[] {
  const file = readIcsFile(text);
  const clocks = { named: clocksOf(file.zones), floating: clockOfZone(zone) };
  const read = file.entries.map((part) => problems.tried(() => readEntry(part, clocks)));
  const entries = read.filter((entry) => entry !== undefined);
  const followed = followedOf(entries);
  const replaced = new Set(
    entries.filter(({ replaces }) => replaces !== null).map((entry) => key(entry, entry.replaces)),
  );
  const closures = new Map<string, Closure>();
  for (const entry of entries.filter(({ cancelled, lengthMs }) => !cancelled && lengthMs > 0)) {
    for (const at of problems.tried(() => beginningsOf(entry, years, followed)) ?? []) {
      if (entry.replaces === null && replaced.has(key(entry, at))) continue;
      const closure = closureOf(entry, at);
      closures.set(JSON.stringify(closure), closure);
    }
    if (closures.size > MOST_CLOSURES)
      throw new BrokenIcs(entry.line, `more than ${MOST_CLOSURES} closures, written out`);
  }
  return [...closures.values()].sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
}

function key({ uid }: IcsEntry, at: number | null): string {
  return `${at} ${uid}`;
}

function closureOf({ start, lengthMs, title }: IcsEntry, at: number): Closure {
  if (!start.isDay) return { from: iso(at), to: iso(at + lengthMs), title };
  return { from: iso(at).slice(0, 10), to: iso(at + lengthMs - DAY_MS).slice(0, 10), title };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
