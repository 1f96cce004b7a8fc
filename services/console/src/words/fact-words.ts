const words: Readonly<Record<string, string>> = {
  'executive-mail': 'mail to an executive',
  'executive-cc': 'executive on copy',
  'social-private': 'private social message',
  'social-public': 'public post',
  csm: 'CSM',
  'ticket-flag': 'flagged ticket',
  'internal-tool': 'internal tool',
  api: 'API',
  'mid-market': 'mid-market',
  'one-customer': 'one customer',
  'several-customers': 'several customers',
  internal: 'inside the company',
  external: 'outside the company',
  'sla-breach': 'SLA breach',
};

/** A fact's value as people say it: `mid-market`, `flagged ticket`; null is unknown. */
export function factWords(value: string | null): string {
  if (value === null) return 'unknown';
  return words[value] ?? value.replaceAll('-', ' ');
}

const links: Readonly<Record<string, string>> = {
  related: 'Has to do with',
  'same-cause': 'Has the same cause as',
  duplicate: 'Repeats',
  follows: 'Follows',
  'followed-by': 'Is followed by',
};

/** How an escalation belongs to another, before that one's ref: `Has the same cause as`. */
export function linkWords(kind: string): string {
  return links[kind] ?? 'Has to do with';
}

/** Money in integer minor units as people write it: `USD 480,000`. */
export function moneyWords({ amount, currency }: { amount: number; currency: string }): string {
  const options = { style: 'currency', currency, maximumFractionDigits: amount % 100 === 0 ? 0 : 2 } as const;
  try {
    return new Intl.NumberFormat('en-GB', { ...options, currencyDisplay: 'code' }).format(amount / 100);
  } catch {
    return `${currency} ${amount / 100}`;
  }
}
