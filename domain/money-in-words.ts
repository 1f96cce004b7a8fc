import type { Money } from './money';

/** Currencies whose minor unit is not a hundredth (ISO 4217). */
const OTHER_DIGITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ['CLP', 'ISK', 'JPY', 'KRW', 'PYG', 'UGX', 'VND', 'XAF', 'XOF', 'XPF'].map((code) => [code, 0]),
  ),
  ...Object.fromEntries(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3])),
};

/** How many digits the minor unit of a currency has. */
function minorDigits(currency: string): number {
  return Object.hasOwn(OTHER_DIGITS, currency) ? (OTHER_DIGITS[currency] ?? 2) : 2;
}

/** An amount in whole units and the digits of what is left: 1,200,050 cents are `12000` and `50`. */
export function wholeAndRest({ amount, currency }: Money): { whole: string; rest: string } {
  const digits = minorDigits(currency);
  const padded = String(amount).padStart(digits + 1, '0');
  const cut = padded.length - digits;
  return { whole: padded.slice(0, cut), rest: padded.slice(cut) };
}

/** An amount with its currency: "12,000.00 USD". No language data is asked: the core gives the same words for ever. */
export function moneyInWords(money: Money): string {
  const { whole, rest } = wholeAndRest(money);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${grouped}${rest === '' ? '' : `.${rest}`} ${money.currency}`;
}
