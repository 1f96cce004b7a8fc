import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/duration';
import type { Money } from '../../domain/money';

const CLOCK_TITLES: Record<string, string> = {
  intake: 'acknowledgment',
  investigation: 'investigation',
  solution: 'solution',
  'customer-update': 'customer update',
  closure: 'closure',
  'check-in': 'check-in with the customer',
  'keep-informed': 'word to the customer',
};

const KIND_TITLES: Record<string, string> = {
  commitment: 'commitment to the customer',
  task: 'task',
  approval: 'approval',
};

/** What a clock watches, in words: `customer-update` is "customer update", `commitment:7` a commitment. */
export function clockTitle(clockId: string): string {
  const [kind = clockId] = clockId.split(':');
  return CLOCK_TITLES[clockId] ?? KIND_TITLES[kind] ?? clockId.replaceAll('-', ' ');
}

/** One line without control characters, cut at `max` characters: text of others must not break a mail's layout. */
export function oneLine(text: string, max = 200): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  return line.length > max ? `${line.slice(0, max - 1).trimEnd()}…` : line;
}

/** A moment as its reader's wall clock shows it: "Sun, 22 Nov 2026, 14:00 CET". */
export function moment(atMs: number, zoneName: string): string {
  const options: Intl.DateTimeFormatOptions = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  };
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: knownZone(zoneName) }).format(atMs);
}

/** A zone that this machine's time zone data lacks must not keep a notice from going out. */
function knownZone(name: string): string {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** How far off a moment is: "in 3 h 12 min", "2 d 4 h ago", "now". */
export function distance(atMs: number, nowMs: number): string {
  const minutes = Math.floor(Math.abs(atMs - nowMs) / MINUTE_MS);
  if (minutes === 0) return 'now';
  return atMs > nowMs ? `in ${span(minutes)}` : `${span(minutes)} ago`;
}

function span(minutes: number): string {
  const perHour = HOUR_MS / MINUTE_MS;
  const perDay = DAY_MS / MINUTE_MS;
  const parts = [
    [Math.floor(minutes / perDay), 'd'],
    [Math.floor((minutes % perDay) / perHour), 'h'],
    [minutes % perHour, 'min'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .slice(0, 2)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

/** An amount with its currency: "480,000.00 USD", "12,000 JPY". */
export function amount({ amount: minorUnits, currency }: Money): string {
  const digits = minorDigits(currency);
  const figure = (minorUnits / 10 ** digits).toLocaleString('en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${figure} ${currency}`;
}

function minorDigits(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** "1 escalation", "3 escalations". */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}
