import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keys } from '../../api/keys';
import { ownNow } from '../../time/own-now';
import type { BoardFilters } from './board-filters';
import type { Row } from './board-rows';

const HOUR_MS = 3_600_000;
/** The most urgent ones stand in front; of the others an event tells. */
const LOOKED_AT = 200;
/** The server's clock has passed the moment as well. */
const AFTER_MS = 500;
const LONGEST_MS = 2 ** 31 - 1;

/** Renews what time alone changes, without asking before: when something becomes overdue, or is due within the hour. */
export function useDueMoments(rows: readonly Row[], filters: BoardFilters): void {
  const client = useQueryClient();
  const timed = filters.due_within !== undefined || filters.overdue !== undefined;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      const left = untilNext(rows.slice(0, LOOKED_AT));
      if (left !== null)
        timer = setTimeout(() => void renew(client, timed).then(wait), Math.min(left + AFTER_MS, LONGEST_MS));
    };
    wait();
    return () => clearTimeout(timer);
  }, [rows, client, timed]);
}

async function renew(client: QueryClient, timed: boolean): Promise<void> {
  await client.invalidateQueries({ queryKey: keys.totals() });
  if (timed) await client.invalidateQueries({ queryKey: keys.board() });
}

/** Milliseconds until the next of them is due, or due within the hour. */
function untilNext(rows: readonly Row[]): number | null {
  const now = performance.now();
  const moments = rows.flatMap((row) => {
    const left = row.dueAt ? Date.parse(row.dueAt) - ownNow(row, now) : 0;
    return [left - HOUR_MS, left].filter((ms) => ms > 0);
  });
  return moments.length > 0 ? Math.min(...moments) : null;
}
