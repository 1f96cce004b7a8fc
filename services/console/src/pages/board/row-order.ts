import { ownNow } from '../../time/own-now';
import type { Row } from './board-rows';
import type { BoardSort } from './board-search';

/** Numbers that order a row among others, ascending, as the server orders by the same name. */
type Rank = (row: Row, monotonicNow: number) => readonly number[];

const ranks: Readonly<Record<BoardSort, Rank>> = {
  urgency: (row, now) => [row.dueAt ? Date.parse(row.dueAt) - ownNow(row, now) : Infinity, -row.priority.score],
  dueAt: (row) => [row.dueAt ? Date.parse(row.dueAt) : Infinity],
  priority: (row) => [row.priority.score],
  '-priority': (row) => [-row.priority.score],
  raisedAt: (row) => [Date.parse(row.raisedAt)],
  '-raisedAt': (row) => [-Date.parse(row.raisedAt)],
  receivedAt: (row) => [Date.parse(row.receivedAt)],
  '-receivedAt': (row) => [-Date.parse(row.receivedAt)],
};

/**
 * Orders rows like the server. What is left until something is due is counted by each row's own now, as rows heard at
 * different moments are compared.
 */
export function compareRows(sort: BoardSort, monotonicNow: number): (a: Row, b: Row) => number {
  const turned = sort.startsWith('-') ? -1 : 1;
  return (a, b) => {
    const [left, right] = [ranks[sort](a, monotonicNow), ranks[sort](b, monotonicNow)];
    const different = left.findIndex((number, index) => number !== right[index]);
    if (different >= 0) return (left[different] ?? 0) < (right[different] ?? 0) ? -1 : 1;
    return a.id === b.id ? 0 : (a.id < b.id ? -1 : 1) * turned;
  };
}
