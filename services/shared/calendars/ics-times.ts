import ICAL from 'ical.js';
import { BrokenIcs, shown, type IcsLine } from './ics-file';
import { UTC, type WallClock } from './wall-clock';

/** The zones that a file names, and that of times without one. */
export interface IcsClocks {
  named: (tzid: string) => WallClock | null;
  floating: WallClock;
}

/** A day or a time of a file: what the wall shows, as if it were UTC, and by whose clock. */
export interface IcsTime {
  isDay: boolean;
  wallMs: number;
  clock: WallClock;
}

/** The moment of a time; of a day the midnight of UTC, which stands for it. */
export function pointOf({ isDay, wallMs, clock }: IcsTime): number {
  return isDay ? wallMs : clock.momentOf(wallMs);
}

/** What a line says, by ical.js; throws `BrokenIcs` with what it found wrong. */
export function parsed(line: IcsLine): ICAL.Property {
  try {
    const property = ICAL.Property.fromString(line.text, ICAL.design.icalendar);
    // Values are read when they are asked for, and some are found wrong only then.
    property.getValues();
    return property;
  } catch (error) {
    throw new BrokenIcs(line.line, `${line.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The days or times of a line such as DTSTART, or EXDATE with several. */
export function timesOf(line: IcsLine, clocks: IcsClocks): IcsTime[] {
  const property = parsed(line);
  const written = line.text.slice(line.text.lastIndexOf(':') + 1).split(',');
  return (property.getValues() as unknown[]).map((value, index) => {
    const raw = written[index] ?? '';
    if (!(value instanceof ICAL.Time)) throw new BrokenIcs(line.line, `${line.name}: expected a day or a time`);
    // ical.js reads 31 February as 3 March.
    if (value.toICALString() !== raw.trim()) throw new BrokenIcs(line.line, `${line.name}: there is no ${shown(raw)}`);
    const { year, month, day, hour, minute, second } = value;
    const wallMs = Date.UTC(year, month - 1, day, hour, minute, second);
    return { isDay: value.isDate, wallMs, clock: raw.endsWith('Z') ? UTC : clockOf(line, property, clocks) };
  });
}

function clockOf(line: IcsLine, property: ICAL.Property, clocks: IcsClocks): WallClock {
  const tzid = property.getFirstParameter('tzid');
  if (!tzid) return clocks.floating;
  const clock = clocks.named(tzid);
  if (clock) return clock;
  throw new BrokenIcs(
    line.line,
    `${line.name}: the zone ${shown(tzid)} is no IANA name, and the file does not describe it`,
  );
}
