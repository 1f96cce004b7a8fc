import type { Money } from '../../money';
import { wholeAndRest } from '../../money-in-words';

/** What may stand between groups of digits; the last three stand together in every writing. */
const BETWEEN = "[.,'’ ]?";

/** Below this a bare figure is too common to be an amount: it counts with its currency beside it only. */
const BARE_FROM = 1_000;

const SIGNS: Readonly<Record<string, string>> = {
  USD: 'USD|US\\$|\\$|dollars?',
  EUR: 'EUR|€|euros?',
  GBP: 'GBP|£|pounds?',
  JPY: 'JPY|¥|yen',
  INR: 'INR|₹|rupees?',
};

/**
 * Whether a text names an amount in any usual writing: 12000, 12,000, 12.000,00, 12 000.00, 12k, 12 thousand. Figures
 * that go on, such as 112,000 or 12,000,000, are other amounts.
 */
export function namesAmount(text: string, money: Money): boolean {
  if (money.amount === 0) return false;
  const { whole, rest } = wholeAndRest(money);
  const figures = [figure(whole, rest), ...shortened(whole, rest)].join('|');
  const signs = SIGNS[money.currency] ?? money.currency;
  const pattern =
    Number(whole) >= BARE_FROM
      ? `(?<!\\d)(?<!\\d[.,'’])(?:${figures})`
      : `(?:(?:${signs})\\s?(?:${figures})|(?<!\\d)(?<!\\d[.,'’])(?:${figures})\\s?(?:${signs})(?![a-z]))`;
  // Full-width digits and the blanks of typesetters become plain ones.
  return new RegExp(pattern, 'i').test(text.normalize('NFKC'));
}

/** The figure written out, and not followed by more of it. */
function figure(whole: string, rest: string): string {
  const digits = [...whole].map((digit, at) => (whole.length - at > 3 ? `${digit}${BETWEEN}` : digit)).join('');
  const short = rest.replace(/0+$/, '');
  const fraction = rest === '' ? '' : short === '' ? `(?:[.,]0{1,${rest.length}})?` : `[.,]${short}0*`;
  return `${digits}${fraction}(?!\\d|[.,'’]\\d| \\d{3}(?!\\d))`;
}

/** 12,000 as "12k" or "12 thousand", 1,500,000 as "1.5m" or "1.5 million". */
function shortened(whole: string, rest: string): string[] {
  if (/[1-9]/.test(rest)) return [];
  const value = Number(whole);
  const units = [
    { of: 1_000, word: '(?:k|thousand|tsd)' },
    { of: 1_000_000, word: '(?:m|mn|mio|million)' },
  ];
  return units
    .filter(({ of }) => value >= of && Number.isInteger((value * 1_000) / of))
    .map(({ of, word }) => `${String(value / of).replace('.', '[.,]')}[ -]?${word}(?![a-z])`);
}
