import { DateTime } from 'luxon';
import { cutTo, oneLine } from '../output/printable';

/** How moments are written in a file. */
export interface DateReading {
  /** A luxon format such as `dd-MM-yyyy HH:mm`; null: ISO 8601. */
  format: string | null;
  /** The zone of moments without an offset. */
  zone: string;
}

/** A cell that does not hold what its field needs; a row with one is reported and skipped. */
export class ValueProblem extends Error {
  constructor(path: string, given: string, why: string) {
    super(`${path}: "${cutTo(40, oneLine(given))}" ${why}`);
    this.name = 'ValueProblem';
  }
}

const TRUE = ['true', 'yes', 'y', '1', 'x'];
const FALSE = ['false', 'no', 'n', '0'];

/** Yes or no, in the usual spellings. */
export function readFlag(path: string, text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  const folded = text.toLowerCase();
  if (TRUE.includes(folded)) return true;
  if (FALSE.includes(folded)) return false;
  throw new ValueProblem(path, text, 'is neither yes nor no');
}

/** A moment as ISO 8601 UTC. */
export function readMoment(path: string, text: string | undefined, dates: DateReading): string | undefined {
  if (text === undefined) return undefined;
  return parseDate(path, text, dates).toUTC().toISO() ?? undefined;
}

/** A calendar day as YYYY-MM-DD. */
export function readDay(path: string, text: string | undefined, dates: DateReading): string | undefined {
  if (text === undefined) return undefined;
  return parseDate(path, text, dates).toISODate() ?? undefined;
}

function parseDate(path: string, text: string, { format, zone }: DateReading): DateTime {
  const options = { zone, setZone: false, locale: 'en' };
  const parsed = [
    ...(format === null ? [] : [DateTime.fromFormat(text, format, options)]),
    DateTime.fromISO(text, options),
    DateTime.fromSQL(text, options),
  ].find((date) => date.isValid);
  if (parsed) return parsed;
  throw new ValueProblem(
    path,
    text,
    `is no date in ISO 8601${format === null ? ' (see --date-format)' : ` or ${format}`}`,
  );
}

/** The currency that an amount names itself: `480,000 USD`. */
export function currencyIn(amount: string): string | undefined {
  return /\b[A-Z]{3}\b/.exec(amount)?.[0];
}

/** An amount in whole units (`480,000.50`) as integer minor units of its currency. */
export function readMinorUnits(path: string, text: string, currency: string): number {
  const bare = text.replace(/[^\d.,-]/g, '').replace(/,(?=\d{3}(\D|$))/g, '');
  if (!/^\d+(\.\d+)?$/.test(bare)) throw new ValueProblem(path, text, 'is no amount such as 480000.00');
  return Math.round(Number(bare) * 10 ** fractionDigits(path, currency));
}

function fractionDigits(path: string, currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    throw new ValueProblem(path, currency, 'is no currency such as USD');
  }
}
