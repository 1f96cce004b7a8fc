/** The time for which zones, holidays and feeds are written out: from last year to the end of the year after next. */
export interface WrittenYears {
  years: readonly number[];
  fromAt: number;
  toAt: number;
}

/** The years around a moment. */
export function writtenYears(now: number): WrittenYears {
  const year = new Date(now).getUTCFullYear();
  return {
    years: [year - 1, year, year + 1, year + 2],
    fromAt: Date.UTC(year - 1, 0),
    toAt: Date.UTC(year + 3, 0),
  };
}
