import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { EscalationItemView, EscalationView } from '../../../../api/views/escalation.schema';
import type { PreviewView } from '../../../../api/views/preview.schema';
import { keys } from '../../api/keys';
import { inWords } from '../../api/problem';
import { request } from '../../api/request';
import { digest, newRequestKey } from '../../forms/request-key';

/** So many are under way at the same time. */
const AT_ONCE = 3;

/** How far one escalation is. */
export interface ReapplyItem {
  row: EscalationItemView;
  /** What would follow; null until it was looked at. */
  preview: PreviewView | null;
  state: 'waiting' | 'running' | 'done' | 'failed';
  problem: string | null;
}

interface Reapply {
  items: readonly ReapplyItem[];
  busy: boolean;
  /** Looks at what would follow in each of them; nothing is changed. */
  look: (rows: readonly EscalationItemView[]) => Promise<void>;
  /** Puts them under the version, one by one; what is done is not done again. */
  apply: (reason: string, breachAllTheSame: boolean) => Promise<void>;
}

/** Puts escalations under a version of the policy, after a look at each. */
export function useReapply(version: number): Reapply {
  const client = useQueryClient();
  const [items, setItems] = useState<readonly ReapplyItem[]>([]);
  const [busy, setBusy] = useState(false);
  const key = useRef(newRequestKey());
  const set = (id: string, change: Partial<ReapplyItem>) =>
    setItems((before) => before.map((item) => (item.row.id === id ? { ...item, ...change } : item)));

  const each = async (rows: readonly EscalationItemView[], what: (row: EscalationItemView) => Promise<void>) => {
    setBusy(true);
    const left = [...rows];
    const worker = async () => {
      for (let row = left.shift(); row; row = left.shift()) {
        const { id } = row;
        await what(row).catch((error: unknown) => set(id, { state: 'failed', problem: inWords(error) }));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    setBusy(false);
  };
  const look = (rows: readonly EscalationItemView[]) => {
    setItems(rows.map((row) => ({ row, preview: null, state: 'waiting', problem: null })));
    return each(rows, async ({ id }) => {
      const body = {
        kind: 'command',
        name: 'reapply-policy',
        body: { version, reason: 'A look at what would follow' },
      };
      set(id, { preview: await request<PreviewView>(`/v1/escalations/${id}/preview`, { method: 'POST', body }) });
    });
  };
  const apply = (reason: string, breachAllTheSame: boolean) => {
    const left = items.filter(({ state }) => state !== 'done').map(({ row }) => row);
    return each(left, async ({ id, ref }) => {
      const body = { version, reason, ...(breachAllTheSame ? { breachAllTheSame } : {}) };
      const idempotencyKey = `${key.current}.${digest({ id, ...body })}`;
      set(id, { state: 'running', problem: null });
      const path = `/v1/escalations/${id}/commands/reapply-policy`;
      const after = await request<EscalationView>(path, { method: 'POST', body, idempotencyKey });
      client.setQueryData(keys.escalation(ref), after);
      set(id, { state: 'done' });
    });
  };
  return { items, busy, look, apply };
}
