import { useState } from 'react';
import type { Row } from './board-rows';
import { arrivedRows, changedRows, holdRows } from './held-rows';

const NONE: ReadonlySet<string> = new Set();

interface Shown {
  view: string;
  /** The rows that these were made of. */
  of: readonly Row[];
  rows: readonly Row[];
  waiting: number;
  gone: ReadonlySet<string>;
  arrived: ReadonlySet<string>;
  changed: ReadonlySet<string>;
}

/** What a list shows of its rows. */
export interface SteadyRows extends Pick<Shown, 'rows' | 'waiting' | 'gone' | 'arrived' | 'changed'> {
  /** Lets everything take its place. */
  release: () => void;
}

/**
 * The rows in a steady order: while `held` nothing moves under the pointer, and what would is counted.
 * @param view what the rows answer to: of another one nothing is held
 */
export function useHeldRows(rows: readonly Row[], view: string, held: boolean): SteadyRows {
  const [shown, setShown] = useState<Shown>(() => settled(view, rows));
  const isOther = shown.view !== view;
  if (isOther || shown.of !== rows || (!held && shown.waiting > 0)) {
    const next = held && !isOther ? holdRows(shown.rows, rows) : { rows, waiting: 0, gone: NONE };
    setShown({
      ...{ view, of: rows, ...next },
      arrived: isOther ? NONE : arrivedRows(shown.rows, next.rows),
      changed: isOther ? NONE : changedRows(shown.rows, next.rows),
    });
  }
  return { ...shown, release: () => setShown(settled(view, rows)) };
}

function settled(view: string, rows: readonly Row[]): Shown {
  return { view, of: rows, rows, waiting: 0, gone: NONE, arrived: NONE, changed: NONE };
}
