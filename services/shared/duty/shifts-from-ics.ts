import type { DutyShift } from '../../../domain/duty';
import { readEntry, type IcsEntry } from '../calendars/ics-entry';
import { BrokenIcs, readIcsFile, shown, type IcsPart, type IcsProblem } from '../calendars/ics-file';
import { IcsProblems } from '../calendars/ics-problems';
import { beginningsOf, followedOf } from '../calendars/ics-repetition';
import { clocksOf } from '../calendars/ics-zones';
import { clockOfZone, type WallClock } from '../calendars/wall-clock';
import { writtenYears } from '../calendars/written-years';

/** Somebody whom a feed may name. */
export interface NamedInFeed {
  id: string;
  name: string;
  email: string;
}

/** The shifts of a feed, and what is wrong in it; where something is, it is not to be used. */
export interface IcsShifts {
  shifts: DutyShift[];
  problems: IcsProblem[];
}

const MOST_SHIFTS = 5_000;
/** A problem names so many of those whom an entry invites. */
const MOST_NAMED = 3;

/**
 * The entries of an ICS file as shifts, from now to the end of the year after next. Who has a shift is named by its
 * ATTENDEE's mail address, else by its SUMMARY: a mail address, an id or a name, alone or after a colon.
 * @param zone of times and days that name none
 */
export function shiftsFromIcs(text: string, people: readonly NamedInFeed[], zone: string, now: number): IcsShifts {
  const problems = new IcsProblems();
  try {
    const shifts = shiftsOf(text, { meant: wordsFor(people), floating: clockOfZone(zone), now }, problems);
    return { shifts: shifts.sort((one, other) => one.fromAt - other.fromAt), problems: problems.all() };
  } catch (error) {
    if (!(error instanceof BrokenIcs)) throw error;
    problems.note(error);
    return { shifts: [], problems: problems.all() };
  }
}

interface Reading {
  meant: Words;
  floating: WallClock;
  now: number;
}

function shiftsOf(text: string, { meant, floating, now }: Reading, problems: IcsProblems): DutyShift[] {
  const file = readIcsFile(text);
  const clocks = { named: clocksOf(file.zones), floating };
  const read = file.entries.flatMap((part) => problems.tried(() => ({ part, entry: readEntry(part, clocks) })) ?? []);
  const followed = followedOf(read.map(({ entry }) => entry));
  const replaced = new Set(read.flatMap(({ entry }) => (entry.replaces === null ? [] : keyOf(entry, entry.replaces))));
  const shifts: DutyShift[] = [];
  for (const { part, entry } of read.filter((one) => !one.entry.cancelled && one.entry.lengthMs > 0)) {
    const written = problems.tried(() => {
      const personId = whoIn(part, entry, meant);
      const begins = beginningsOf(entry, { ...writtenYears(now), fromAt: now }, followed);
      const own = begins.filter((at) => entry.replaces !== null || !replaced.has(keyOf(entry, at)));
      return own.map((at) => ({ ...spanOf(entry, at, floating), personId }));
    });
    if (!written) continue;
    // Not once all are written out: a short file may hold millions.
    if (shifts.length + written.length > MOST_SHIFTS)
      throw new BrokenIcs(entry.line, `more than ${MOST_SHIFTS} shifts, written out`);
    shifts.push(...written);
  }
  return shifts;
}

function keyOf({ uid }: IcsEntry, at: number): string {
  return `${at} ${uid}`;
}

/** Whole days begin and end at midnight of the feed's zone. */
function spanOf({ start, lengthMs }: IcsEntry, at: number, floating: WallClock): { fromAt: number; toAt: number } {
  if (!start.isDay) return { fromAt: at, toAt: at + lengthMs };
  return { fromAt: floating.momentOf(at), toAt: floating.momentOf(at + lengthMs) };
}

/** Whom a word of the file may mean, in lower case. */
type Words = ReadonlyMap<string, readonly NamedInFeed[]>;

function wordsFor(people: readonly NamedInFeed[]): Words {
  const words = new Map<string, NamedInFeed[]>();
  for (const person of people) {
    for (const word of new Set([person.id, person.name, person.email].map((own) => own.toLowerCase())))
      words.set(word, [...(words.get(word) ?? []), person]);
  }
  return words;
}

function whoIn(part: IcsPart, { title, line }: IcsEntry, meant: Words): string {
  const attendees = part.lines
    .filter(({ name }) => name === 'ATTENDEE')
    .map(({ text }) => /mailto:(.+)$/i.exec(text)?.[1]);
  const afterColon = title.slice(title.lastIndexOf(':') + 1);
  const named = [...attendees, title, afterColon].flatMap((one) => (one ? [one.trim().toLowerCase()] : []));
  for (const word of named) {
    const found = meant.get(word) ?? [];
    if (found.length > 1) throw new BrokenIcs(line, `${shown(word)} is more than one person of the directory`);
    if (found[0]) return found[0].id;
  }
  const unknown = [...attendees.flatMap((one) => one ?? []).slice(0, MOST_NAMED), title].map(shown);
  throw new BrokenIcs(line, `nobody in the directory is meant by ${unknown.join(' or ')}`);
}
