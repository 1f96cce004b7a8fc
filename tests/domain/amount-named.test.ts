import { namesAmount } from '../../domain/escalation/approvals/amount-named';

const USD = (whole: number, cents = 0) => ({ amount: whole * 100 + cents, currency: 'USD' });

describe('an amount in words to the customer', () => {
  it.each([
    'We credit 12000 USD.',
    'We credit 12,000 USD.',
    'We credit $12,000.00, today.',
    'Sie bekommen 12.000,00 zurück.',
    'Sie bekommen 12.000,- zurück.',
    "You get 12'000.",
    'You get 12 000.00 back.',
    'You get 12\u00a0000 back.',
    'You get 12\u202f000 back.',
    'You get 12\u2009000 back.',
    'You get １２,０００ back.',
    'about 12k, as agreed',
    'about 12 K',
    'twelve, I mean 12 thousand',
    'by 2026 12,000 will be paid',
    'exactly 12,000.',
    '(12,000)',
  ])('is recognised in "%s"', (text) => {
    expect(namesAmount(text, USD(12_000))).toBe(true);
  });

  it.each([
    'There are 12 invoices.',
    'We credit 112,000.',
    'We credit 12,000,000.',
    'We credit 12 000 000.',
    'We credit 1,12,000.',
    'We credit 12,000.75.',
    'We credit 120,00.',
    'ticket 120001',
    'about 12km away',
    'a 2k run',
  ])('is not in "%s"', (text) => {
    expect(namesAmount(text, USD(12_000))).toBe(false);
  });

  it('counts the cents where it has any', () => {
    expect(namesAmount('You get 1,234.50.', USD(1_234, 50))).toBe(true);
    expect(namesAmount('You get 1.234,5 back', USD(1_234, 50))).toBe(true);
    expect(namesAmount('You get 1,234.', USD(1_234, 50))).toBe(false);
  });

  it('is looked for with its currency where it is small: bare figures are too common', () => {
    expect(namesAmount('within 50 days', USD(50))).toBe(false);
    expect(namesAmount('you get $50', USD(50))).toBe(true);
    expect(namesAmount('you get 50 USD', USD(50))).toBe(true);
    expect(namesAmount('you get 50 dollars', USD(50))).toBe(true);
    expect(namesAmount('you get $500', USD(50))).toBe(false);
    expect(namesAmount('you get CHF 50.00', { amount: 5_000, currency: 'CHF' })).toBe(true);
  });

  it('is in whole units where the currency has no hundredths, and in thousandths where it has those', () => {
    expect(namesAmount('we credit ¥120,000', { amount: 120_000, currency: 'JPY' })).toBe(true);
    expect(namesAmount('we credit ¥1,200', { amount: 120_000, currency: 'JPY' })).toBe(false);
    expect(namesAmount('we credit 1,200.000 KWD', { amount: 1_200_000, currency: 'KWD' })).toBe(true);
  });

  it('of nothing is never named', () => {
    expect(namesAmount('0 and 0.00', USD(0))).toBe(false);
  });
});
