/** How many digits a currency has after the point: 2 for USD, 0 for JPY; 2 where nobody knows it. */
function minorDigits(currency: string): number {
  try {
    const style = { style: 'currency', currency } as const;
    return new Intl.NumberFormat('en-GB', style).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** An amount as people type it, in minor units: `1,250.50` USD is 125050; null for what is no amount. */
export function minorUnits(typed: string, currency: string): number | null {
  const text = typed.trim().replace(/[\s',’]/g, '');
  const digits = minorDigits(currency);
  const match = /^(\d{1,13})(?:\.(\d+))?$/.exec(text);
  if (!match || (match[2]?.length ?? 0) > digits) return null;
  return Number((match[1] ?? '') + (match[2] ?? '').padEnd(digits, '0'));
}

/** Minor units as people type them. */
export function typedAmount(amount: number, currency: string): string {
  const digits = minorDigits(currency);
  const fraction = amount % 10 ** digits === 0 ? 0 : digits;
  return (amount / 10 ** digits).toLocaleString('en-GB', {
    ...{ minimumFractionDigits: fraction, maximumFractionDigits: fraction },
    useGrouping: false,
  });
}
