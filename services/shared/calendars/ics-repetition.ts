import { RRuleTemporal } from 'rrule-temporal';
import type { IcsEntry } from './ics-entry';
import { BrokenIcs, shown, type IcsLine } from './ics-file';
import { parsed, pointOf, type IcsTime } from './ics-times';
import type { WrittenYears } from './written-years';

const DAY_MS = 24 * 60 * 60 * 1_000;
/** So many repetitions are followed from the first one on: daily for a lifetime. */
const MOST_REPETITIONS = 25_000;
const UNTIL = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/;

/** When an entry begins, each time, within these years: as points of `IcsEntry`. */
export function beginningsOf(entry: IcsEntry, { fromAt, toAt }: WrittenYears): number[] {
  const ruled = entry.rule ? repeated(entry, entry.rule, fromAt, toAt) : [pointOf(entry.start)];
  const except = new Set(entry.except);
  const within = (at: number) => at + entry.lengthMs > fromAt && at < toAt;
  return [...new Set([...ruled, ...entry.also])].filter((at) => within(at) && !except.has(at));
}

/** A rule repeats what the wall shows: it is followed as if that were UTC, and each time is then read in its zone. */
function repeated({ start, lengthMs }: IcsEntry, line: IcsLine, fromAt: number, toAt: number): number[] {
  const dtstart = compact(start.wallMs);
  try {
    const written = ruleOf(line, start);
    // It passes over numbers that no calendar has, which ical.js refuses.
    parsed(line);
    const rule = new RRuleTemporal({
      rruleString: `DTSTART:${dtstart}\nRRULE:${written}`,
      maxIterations: MOST_REPETITIONS,
    });
    const walls = rule.between(new Date(fromAt - lengthMs - 2 * DAY_MS), new Date(toAt + 2 * DAY_MS), true);
    return walls.map((wall) => pointOf({ ...start, wallMs: wall.epochMilliseconds }));
  } catch (error) {
    if (error instanceof BrokenIcs) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const detail = /exceeded/.test(reason) ? 'it repeats too often' : reason;
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
