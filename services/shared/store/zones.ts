import { IANAZone } from 'luxon';
import type { Zone } from '../../../domain/people';

const WEEK_MS = 7 * 24 * 60 * 60 * 1_000;
const MINUTE_MS = 60 * 1_000;

const cache = new Map<string, Zone>();

/** Whether this is a name of the time zone database. */
export function isZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

/**
 * A zone with its offsets written out from the beginning of last year to the end of the year after next; cached by
 * calendar year, so that it only changes with one. An unknown name counts as UTC.
 */
export function materialiseZone(name: string, now = Date.now()): Zone {
  const year = new Date(now).getUTCFullYear();
  const key = `${year} ${name}`;
  const known = cache.get(key);
  if (known) return known;
  const zone = { name, offsets: offsetsOf(name, Date.UTC(year - 1, 0), Date.UTC(year + 3, 0)) };
  cache.set(key, zone);
  return zone;
}

function offsetsOf(name: string, fromMs: number, toMs: number): (readonly [number, number])[] {
  if (!isZone(name)) return [[fromMs, 0]];
  const zone = IANAZone.create(name);
  const offsets: (readonly [number, number])[] = [[fromMs, zone.offset(fromMs)]];
  // No zone changes its offset twice within a week; some do so twice within five.
  for (let at = fromMs; at < toMs; at += WEEK_MS) {
    const until = Math.min(at + WEEK_MS, toMs);
    if (zone.offset(at) === zone.offset(until)) continue;
    offsets.push([transition(zone, at, until), zone.offset(until)]);
  }
  return offsets;
}

/** The minute from which the offset of `until` holds. */
function transition(zone: IANAZone, at: number, until: number): number {
  let [before, after] = [at, until];
  const offset = zone.offset(until);
  while (after - before > MINUTE_MS) {
    const middle = Math.floor((before + after) / 2 / MINUTE_MS) * MINUTE_MS;
    if (zone.offset(middle) === offset) after = middle;
    else before = middle;
  }
  return after;
}
