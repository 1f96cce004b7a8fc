import { RRuleTemporal } from 'rrule-temporal';
import type { IcsEntry } from './ics-entry';
import { BrokenIcs, shown, type IcsLine } from './ics-file';
import { parsed, pointOf, type IcsTime } from './ics-times';
import type { WrittenYears } from './written-years';

const DAY_MS = 24 * 60 * 60 * 1_000;
const MOST_REPEATING = 300;
/** So many repetitions of a rule are followed from the first one on: daily for a lifetime. */
const MOST_REPETITIONS = 25_000;
/** So many of all rules of a file: following them keeps a whole process busy. */
const MOST_TOGETHER = 250_000;
/** Several times of a day make each repetition so much slower, and any number of them. */
const SEVERAL_TIMES = /BY(?:HOUR|MINUTE|SECOND)=[^;]*,/i;
const SLOWER = 5;
const UNTIL = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/;

/** How many repetitions of each of these entries are followed; throws where more of them repeat than may. */
export function followedOf(entries: readonly IcsEntry[]): number {
  const repeating = entries.filter(({ rule }) => rule !== null);
  const tooMany = repeating[MOST_REPEATING];
  if (tooMany) throw new BrokenIcs(tooMany.line, `more than ${MOST_REPEATING} entries repeat`);
  return Math.min(MOST_REPETITIONS, Math.floor(MOST_TOGETHER / Math.max(repeating.length, 1)));
}

/**
 * When an entry begins, each time, within these years: as points of `IcsEntry`.
 * @param followed of its repetitions, from the first one on; with more it is refused
 */
export function beginningsOf(entry: IcsEntry, { fromAt, toAt }: WrittenYears, followed: number): number[] {
  const ruled = entry.rule ? repeated(entry, entry.rule, { fromAt, toAt, followed }) : [pointOf(entry.start)];
  const except = new Set(entry.except);
  const within = (at: number) => at + entry.lengthMs > fromAt && at < toAt;
  return [...new Set([...ruled, ...entry.also])].filter((at) => within(at) && !except.has(at));
}

interface Followed {
  fromAt: number;
  toAt: number;
  followed: number;
}

/** A rule repeats what the wall shows: it is followed as if that were UTC, and each time is then read in its zone. */
function repeated({ start, lengthMs }: IcsEntry, line: IcsLine, { fromAt, toAt, followed }: Followed): number[] {
  const dtstart = compact(start.wallMs);
  const dense = SEVERAL_TIMES.test(line.text);
  const most = dense ? Math.floor(followed / SLOWER) : followed;
  try {
    const written = ruleOf(line, start);
    // It passes over numbers that no calendar has, which ical.js refuses.
    parsed(line);
    const rule = new RRuleTemporal({
      rruleString: `DTSTART:${dtstart}\nRRULE:${written}`,
      maxIterations: most,
      // Only where it is needed: with a bound of our own the library is twenty times slower.
      ...(dense && { maxCandidateEvaluations: most }),
    });
    const walls = rule.between(new Date(fromAt - lengthMs - 2 * DAY_MS), new Date(toAt + 2 * DAY_MS), true);
    return walls.map((wall) => pointOf({ ...start, wallMs: wall.epochMilliseconds }));
  } catch (error) {
    if (error instanceof BrokenIcs) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const detail = /exceeded/.test(reason) ? `it repeats too often: more than ${most} times from DTSTART on` : reason;
    throw new BrokenIcs(line.line, `RRULE: ${detail}`);
  }
}

/** The rule with its end as the wall shows it, too. */
function ruleOf(line: IcsLine, start: IcsTime): string {
  const parts = line.text.slice(line.text.indexOf(':') + 1).split(';');
  return parts.map((part) => (/^UNTIL=/i.test(part) ? `UNTIL=${untilOf(line, part.slice(6), start)}` : part)).join(';');
}

function untilOf(line: IcsLine, written: string, { isDay, clock }: IcsTime): string {
  const [, year, month, day, hour = '00', minute = '00', second = '00', utc] = UNTIL.exec(written.trim()) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(at)) throw new BrokenIcs(line.line, `RRULE: UNTIL is not a day or a time: ${shown(written)}`);
  if (!written.includes('T')) return written.trim();
  return compact(utc && !isDay ? clock.wallOf(at) : at);
}

/** A moment as the file format writes it: 20260105T080000Z. */
function compact(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
}
