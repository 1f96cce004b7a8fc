import ICAL from 'ical.js';
import { IANAZone } from 'luxon';
import { isZone } from '../store/zones';
import type { IcsPart } from './ics-file';

/** Turns wall-clock times of a zone (written as if they were UTC, in epoch ms) into moments, and back. */
export interface WallClock {
  momentOf(wallMs: number): number;
  wallOf(at: number): number;
}

/** The clock of UTC. */
export const UTC: WallClock = { momentOf: (wallMs) => wallMs, wallOf: (at) => at };

const DAY_MS = 24 * 60 * 60 * 1_000;

/** A zone by its IANA name. */
export function clockOfZone(name: string): WallClock {
  const zone = IANAZone.create(name);
  return clock((at) => zone.offset(at) * 60_000);
}

/** The zones that a file may name: those of the time zone database, and those that it describes itself. */
export function clocksOf(zones: readonly IcsPart[]): (tzid: string) => WallClock | null {
  const known = new Map<string, WallClock | null>();
  return (tzid) => {
    let found = known.get(tzid);
    if (found === undefined) {
      found = isZone(tzid) ? clockOfZone(tzid) : describedClock(zones, tzid);
      known.set(tzid, found);
    }
    return found;
  };
}

/** Outlook names zones in its own words, and describes them. */
function describedClock(zones: readonly IcsPart[], tzid: string): WallClock | null {
  for (const { text } of zones) {
    const component = new ICAL.Component(ICAL.parse(text) as unknown[]);
    if (component.getFirstPropertyValue('tzid') !== tzid) continue;
    const zone = new ICAL.Timezone(component);
    return clock((at) => {
      const utc = ICAL.Time.fromJSDate(new Date(at), true);
      return zone.utcOffset(utc.convertToZone(zone)) * 1_000;
    });
  }
  return null;
}

/** A time that comes twice is the first one; one that is skipped counts from before the change (RFC 5545, 3.3.5). */
function clock(offsetAtMs: (at: number) => number): WallClock {
  return {
    wallOf: (at) => at + offsetAtMs(at),
    momentOf(wallMs) {
      const before = wallMs - offsetAtMs(wallMs - DAY_MS);
      const after = wallMs - offsetAtMs(wallMs + DAY_MS);
      const right = [before, after].filter((at) => at + offsetAtMs(at) === wallMs);
      return right.length > 0 ? Math.min(...right) : before;
    },
  };
}
