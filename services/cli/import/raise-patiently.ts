import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Unreachable } from '../api/client';
import type { ApiClient } from '../api/client';
import { ApiRefusal } from '../api/problem';
import type { EscalationView } from '../api/views';
import { messageOf } from '../failure';
import type { RaiseDraft } from './row-to-raise';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
const PATIENCE_MS = 120_000;
const TRANSIENT: readonly number[] = [408, 429, 500, 502, 503, 504];

/** How a row's raise ended, and the escalation that is there now. */
export interface RaiseResult {
  result: 'raised' | 'already';
  id: string;
}

/** Called once for each wait, so that somebody who watches knows. */
export type OnWait = (why: string, waitMs: number) => void;

/**
 * Raises one escalation, waiting while Upstairs is away or busy. The key is the same for all tries, so that one whose
 * answer was lost is not raised twice; it is new in each run, so that a later run hears that it is there already.
 * @throws ApiRefusal where the row is refused, Unreachable when patience has run out.
 */
export async function raisePatiently(api: ApiClient, body: RaiseDraft, onWait: OnWait): Promise<RaiseResult> {
  const idempotencyKey = randomUUID();
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
    try {
      const { status, body: escalation } = await api.send('POST', '/v1/escalations', { body, idempotencyKey });
      return { result: status === 201 ? 'raised' : 'already', id: (escalation as EscalationView).id };
    } catch (error) {
      if (!isTransient(error) || Date.now() > giveUpAt) throw error;
      const pauseMs = (error instanceof ApiRefusal ? error.retryAfterMs : null) ?? waitMs;
      onWait(messageOf(error), pauseMs);
      await sleep(pauseMs);
    }
  }
}

/** Whether the same request may succeed a little later. */
export function isTransient(error: unknown): boolean {
  if (error instanceof Unreachable) return true;
  if (!(error instanceof ApiRefusal)) return false;
  return TRANSIENT.includes(error.status) || error.kind === 'idempotency-in-flight';
}
