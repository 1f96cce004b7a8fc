import type { Cover, Shift } from '../../api/duty';

/** The rows of a rota. */
export interface RotaRows {
  shifts: readonly Shift[];
  cover: readonly Cover[];
}

/** The rows of one rota that the other one does not have. */
export function rowsOnlyIn(one: RotaRows, other: RotaRows): RotaRows {
  return {
    shifts: without(one.shifts, other.shifts, ({ personId, day, from, to, zone }) => [personId, day, from, to, zone]),
    cover: without(one.cover, other.cover, ({ from, until, personId, note }) => [from, until, personId, note]),
  };
}

function without<Row>(rows: readonly Row[], others: readonly Row[], said: (row: Row) => unknown[]): Row[] {
  const known = new Set(others.map((row) => JSON.stringify(said(row))));
  return rows.filter((row) => !known.has(JSON.stringify(said(row))));
}
