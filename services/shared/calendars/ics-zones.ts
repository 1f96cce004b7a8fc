import ICAL from 'ical.js';
import { isZone } from '../store/zones';
import { BrokenIcs, type IcsPart } from './ics-file';
import { clockOfOffsets, clockOfZone, type WallClock } from './wall-clock';

/** A moment after all that is written out: with it the changes of a zone have been followed once. */
const LATEST = Date.UTC(2060, 0);

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
  const part = zones.find(({ lines }) => lines.some(({ text }) => text.trim() === `TZID:${tzid}`));
  if (!part) return null;
  // ical.js follows the rules of a zone one change at a time, however many there are.
  if (/^RRULE[;:](?!.*FREQ=YEARLY)|^RRULE.*BY(?:HOUR|MINUTE|SECOND)/im.test(part.text)) throw broken(part);
  // What a change lacks ical.js passes over in silence.
  const [changes, ...needed] = [
    /^BEGIN:(?:STANDARD|DAYLIGHT)/gim,
    /^DTSTART/gim,
    /^TZOFFSETFROM/gim,
    /^TZOFFSETTO/gim,
  ].map((pattern) => part.text.match(pattern)?.length ?? 0);
  if (needed.some((count) => count !== changes)) throw broken(part);
  try {
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(part.text) as unknown[]));
    const offsetAtMs = (at: number) => {
      const utc = ICAL.Time.fromJSDate(new Date(at), true);
      return zone.utcOffset(utc.convertToZone(zone)) * 1_000;
    };
    if (!Number.isFinite(offsetAtMs(0) + offsetAtMs(LATEST))) throw broken(part);
    return clockOfOffsets(offsetAtMs);
  } catch {
    throw broken(part);
  }
}

function broken({ line }: IcsPart): BrokenIcs {
  return new BrokenIcs(line, 'the description of this zone is not understood');
}
