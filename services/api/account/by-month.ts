const MONTHS = 12;

/** How many moments of each kind fall into one month. */
export interface MonthCount {
  /** YYYY-MM in UTC. */
  month: string;
  raised: number;
  breaches: number;
}

/** The twelve months that end with the one of `until`, the oldest first, also those in which nothing was. */
export function byMonth(raisedAt: readonly number[], breachedAt: readonly number[], until: number): MonthCount[] {
  const last = new Date(until);
  const months = Array.from({ length: MONTHS }, (_, index) =>
    monthOf(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - (MONTHS - 1 - index), 1)),
  );
  const raised = countByMonth(raisedAt);
  const breaches = countByMonth(breachedAt);
  return months.map((month) => ({ month, raised: raised.get(month) ?? 0, breaches: breaches.get(month) ?? 0 }));
}

function countByMonth(moments: readonly number[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const at of moments) counts.set(monthOf(at), (counts.get(monthOf(at)) ?? 0) + 1);
  return counts;
}

const monthOf = (at: number) => new Date(at).toISOString().slice(0, 7);
