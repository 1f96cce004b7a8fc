import { setTimeout as sleep } from 'node:timers/promises';
import { isGrpcServiceError, ServiceError } from '@temporalio/client';

const FAILED_PRECONDITION = 9;
const PAUSE_MS = 100;

/** Whether Temporal says that a workflow can take nothing at this moment. */
export function isNotReady(error: unknown): boolean {
  const cause = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(cause) && Number(cause.code) === FAILED_PRECONDITION;
}

/**
 * Asks again, until `deadlineAt`, while the workflow is not ready. Where a long history is cut and something comes at
 * that moment, the server throws the task away that ends the run, and refuses, for good, every update that the task had
 * been given: none of them is decided, and the same `updateId` may come again.
 */
export async function untilReady<Answer>(deadlineAt: number, ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isNotReady(error) || Date.now() + PAUSE_MS >= deadlineAt) throw error;
      await sleep(PAUSE_MS);
    }
  }
}
