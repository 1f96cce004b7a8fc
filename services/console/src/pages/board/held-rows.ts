import type { Row } from './board-rows';

/** What a list shows while it is held: fresh rows in the order that one sees, and how many changes wait. */
export interface HeldRows {
  rows: Row[];
  /** Escalations that would come, go or move. */
  waiting: number;
  /** Those that are shown still and belong here no longer. */
  gone: ReadonlySet<string>;
}

/**
 * Lays what came over what is shown without moving anything: what is fresh is shown in place, what is new at the end is
 * added there, and all that would move the rest waits.
 */
export function holdRows(shown: readonly Row[], target: readonly Row[]): HeldRows {
  const place = new Map(target.map(({ id }, index) => [id, index]));
  const known = new Set(shown.map(({ id }) => id));
  const survivors = shown.flatMap(({ id }) => place.get(id) ?? []);
  const end = target.findLastIndex(({ id }) => known.has(id));
  const inFront = target.filter(({ id }, index) => index < end && !known.has(id)).length;
  const gone = new Set(shown.flatMap(({ id }) => (place.has(id) ? [] : id)));
  const rows = shown.map((row) => target[place.get(row.id) ?? -1] ?? row);
  return {
    rows: [...rows, ...target.slice(end + 1)],
    waiting: inFront + gone.size + survivors.length - longestRun(survivors),
    gone,
  };
}

/** Which rows are new, and not only read further on: those before the last one that was there already. */
export function arrivedRows(before: readonly Row[], after: readonly Row[]): ReadonlySet<string> {
  const known = new Set(before.map(({ id }) => id));
  const end = after.findLastIndex(({ id }) => known.has(id));
  return new Set(after.flatMap(({ id }, index) => (index < end && !known.has(id) ? id : [])));
}

/** Which rows say something else than before. */
export function changedRows(before: readonly Row[], after: readonly Row[]): ReadonlySet<string> {
  const seqs = new Map(before.map(({ id, seq }) => [id, seq]));
  return new Set(after.flatMap(({ id, seq }) => (seqs.has(id) && seqs.get(id) !== seq ? id : [])));
}

/** The length of the longest ascending subsequence: so many can stay where they are while the others move. */
function longestRun(numbers: readonly number[]): number {
  const ends: number[] = [];
  for (const number of numbers) ends[firstNotBelow(ends, number)] = number;
  return ends.length;
}

/** Where a number belongs in an ascending list; lists of ten thousand are looked through with every page. */
function firstNotBelow(ascending: readonly number[], number: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] ?? 0) >= number) to = middle;
    else from = middle + 1;
  }
  return from;
}
