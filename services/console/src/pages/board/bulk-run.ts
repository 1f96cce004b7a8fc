import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { EscalationView } from '../../../../api/views/escalation.schema';
import { keys } from '../../api/keys';
import { inWords } from '../../api/problem';
import { request } from '../../api/request';
import { digest, newRequestKey } from '../../forms/request-key';
import type { Row } from './board-rows';

/** So many are under way at the same time. */
const AT_ONCE = 4;

/** How far one escalation is. */
export interface BulkItem {
  row: Row;
  state: 'waiting' | 'running' | 'done' | 'failed';
  /** Why it was refused. */
  problem: string | null;
}

/** A command that is given to several escalations, one by one. */
export interface BulkRun {
  items: readonly BulkItem[];
  isRunning: boolean;
  /** Gives it to all that are not done yet. */
  run: (body: object) => Promise<void>;
}

/** Gives a command to each of these escalations; what was done is not done again by a second try. */
export function useBulkRun(command: string, rows: readonly Row[]): BulkRun {
  const client = useQueryClient();
  const [items, setItems] = useState<readonly BulkItem[]>(() =>
    rows.map((row) => ({ row, state: 'waiting', problem: null })),
  );
  const [isRunning, setRunning] = useState(false);
  const requestKeys = useRef(new Map<string, string>());
  const set = (id: string, change: Partial<BulkItem>) =>
    setItems((before) => before.map((item) => (item.row.id === id ? { ...item, ...change } : item)));

  /** The same words to the same escalation are one request, however often it is sent. */
  const keyOf = (id: string, body: object) => {
    const name = `${id} ${digest(body)}`;
    const key = requestKeys.current.get(name) ?? newRequestKey();
    requestKeys.current.set(name, key);
    return key;
  };
  const give = async ({ id, ref }: Row, body: object) => {
    set(id, { state: 'running', problem: null });
    try {
      const path = `/v1/escalations/${id}/commands/${command}`;
      const after = await request<EscalationView>(path, { method: 'POST', body, idempotencyKey: keyOf(id, body) });
      client.setQueryData(keys.escalation(ref), after);
      set(id, { state: 'done' });
    } catch (error) {
      set(id, { state: 'failed', problem: inWords(error) });
    }
  };
  const run = async (body: object) => {
    setRunning(true);
    const left = items.filter(({ state }) => state !== 'done').map(({ row }) => row);
    const worker = async () => {
      for (let row = left.shift(); row; row = left.shift()) await give(row, body);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    setRunning(false);
  };
  return { items, isRunning, run };
}
