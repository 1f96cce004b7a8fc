import { useState } from 'react';
import { ApiProblem } from '../api/problem';
import { request } from '../api/request';
import type { Refused } from './form-errors';
import { digest, newRequestKey } from './request-key';
import type { FormHold } from './use-form';

/** Sending a form, and how the last attempt went. */
export interface Sending<Answer> {
  busy: boolean;
  failure: unknown;
  /** Which fields the server refused, with what stood in them. */
  refused: Refused | null;
  send: (address: string, body: Record<string, unknown>) => Promise<Answer | null>;
}

/**
 * Sends what a form holds. The same content goes out under the same key again, so a repetition after a lost network does
 * nothing twice; other content, or the same after a refusal, is a request of its own.
 */
export function useSend<Answer>({ filling, noteSent }: FormHold): Sending<Answer> {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const send = async (address: string, body: Record<string, unknown>): Promise<Answer | null> => {
    const content = digest(body);
    const key = filling.sent === null || filling.sent === content ? filling.requestKey : newRequestKey();
    noteSent(key, content);
    setBusy(true);
    setFailure(null);
    setRefused(null);
    try {
      return await request<Answer>(address, { method: 'POST', body, idempotencyKey: key });
    } catch (error) {
      if (isAnswered(error)) noteSent(newRequestKey(), null);
      setFailure(error);
      if (error instanceof ApiProblem) setRefused({ errors: error.errors, value: filling.value });
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, refused, send };
}

/** The server has refused it for good; anything else may have been done, and is asked for under the same key. */
function isAnswered(error: unknown): boolean {
  if (!(error instanceof ApiProblem) || error.status >= 500) return false;
  return error.status !== 401 && error.status !== 429 && error.slug !== 'idempotency-in-flight';
}
