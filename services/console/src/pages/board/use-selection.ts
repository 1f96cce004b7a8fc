import { useEffect, useMemo, useRef, useState, type MouseEvent } from 'react';
import type { Row } from './board-rows';

/** The rows that are selected, by their ids; each as it was when it was, so that it stays nameable after it has gone. */
export interface Selection {
  rows: ReadonlyMap<string, Row>;
  /** Selects a row or lets go of it; with Shift all from the last one that was pressed. */
  press: (id: string, event?: MouseEvent) => void;
  all: () => void;
  drop: (ids: readonly string[]) => void;
  clear: () => void;
}

/** What is selected among the rows of a list. */
export function useSelection(shown: readonly Row[]): Selection {
  const [rows, setRows] = useState<ReadonlyMap<string, Row>>(new Map());
  const anchor = useRef<string>(undefined);
  const latest = useRef(shown);
  useEffect(() => {
    latest.current = shown;
  });
  // A row is drawn anew when what it is given changes, so what it calls stays the same.
  const acts = useMemo(
    () => ({
      press: (id: string, event?: MouseEvent) => {
        const from = event?.shiftKey ? anchor.current : undefined;
        anchor.current = id;
        setRows((before) => pressed(before, between(latest.current, from ?? id, id), id));
      },
      all: () => setRows(new Map(latest.current.map((row) => [row.id, row]))),
      drop: (ids: readonly string[]) => setRows((before) => new Map([...before].filter(([id]) => !ids.includes(id)))),
      clear: () => setRows(new Map()),
    }),
    [],
  );
  return { rows, ...acts };
}

/** All of them become what the pressed one becomes. */
function pressed(before: ReadonlyMap<string, Row>, range: readonly Row[], id: string): ReadonlyMap<string, Row> {
  const after = new Map(before);
  for (const row of range) {
    if (before.has(id)) after.delete(row.id);
    else after.set(row.id, row);
  }
  return after;
}

function between(shown: readonly Row[], from: string, to: string): readonly Row[] {
  const ends = [from, to].map((id) => shown.findIndex((row) => row.id === id)).sort((a, b) => a - b);
  const [first = -1, last = -1] = ends;
  return shown.slice(first < 0 ? last : first, last + 1);
}
