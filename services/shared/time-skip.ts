import { randomInt, randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { isGrpcServiceError } from '@temporalio/client';
import { msToTs, optionalTsToMs } from '@temporalio/common/lib/time';

/** As the protocol numbers the answers to a poll (temporal.api.enums.v1.FastForwardPollingResult). */
const POLL_TIMEOUT = 1;
const COMPLETED = 2;
/** The server stops after 200 skips unless told otherwise, and counts anew when this number changes. */
const manySkips = 1_000_000;
/** gRPC status of a server that was not started with time skipping. */
const UNIMPLEMENTED = 12;

/** Skipping time did not work, for the reason in the message. */
export class TimeSkipFailed extends Error {
  override readonly name = 'TimeSkipFailed';
}

/**
 * Moves the time of one running workflow forward and resolves when it has arrived, or when the workflow has ended on
 * the way. Its timers fire in between; what they set off may still be under way. One skip at a time per workflow.
 * @throws TimeSkipFailed where the server does not skip time.
 */
export async function skipTime(client: Client, workflowId: string, durationMs: number): Promise<void> {
  let remainingMs = durationMs;
  while (remainingMs > 0 && !(await fastForward(client, workflowId, remainingMs))) {
    const { running, leftMs } = await look(client, workflowId);
    if (!running) return;
    // The server gave up on the way; what is left is another skip.
    if (leftMs === null || leftMs >= remainingMs) throw new TimeSkipFailed(`the time of ${workflowId} does not move`);
    remainingMs = leftMs;
  }
}

/** Whether the target was reached; false when the server gave up on the way, or the workflow ended. */
async function fastForward(client: Client, workflowId: string, durationMs: number): Promise<boolean> {
  const id = randomUUID();
  const target = { namespace: client.options.namespace, workflowExecution: { workflowId } };
  try {
    await client.workflowService.updateWorkflowExecutionOptions({
      ...target,
      workflowExecutionOptions: {
        timeSkippingConfig: {
          enabled: true,
          fastForwardConfig: { id, duration: msToTs(durationMs) },
          maxSessionSkipCount: manySkips + randomInt(1_000_000),
        },
      },
      updateMask: { paths: ['time_skipping_config'] },
    });
    for (;;) {
      const answer = await client.workflowService.pollWorkflowExecutionTimeSkipping({ ...target, fastForwardId: id });
      const result: number = answer.fastForwardPollingResult;
      if (result !== POLL_TIMEOUT) return result === COMPLETED;
    }
  } catch (error) {
    if (isGrpcServiceError(error) && Number(error.code) === UNIMPLEMENTED) {
      throw new TimeSkipFailed('this Temporal server does not skip time (frontend.WorkflowTimeSkippingEnabled)', {
        cause: error,
      });
    }
    throw error;
  }
}

/** Whether the workflow still runs, and how far its time is from the target that was set last; null where none is. */
async function look(client: Client, workflowId: string): Promise<{ running: boolean; leftMs: number | null }> {
  const description = await client.workflow.getHandle(workflowId).describe();
  const info = description.raw.workflowExtendedInfo?.timeSkippingInfo;
  const targetAt = optionalTsToMs(info?.fastForwardInfo?.targetTime);
  const currentAt = optionalTsToMs(info?.currentTime);
  const leftMs = targetAt === undefined || currentAt === undefined ? null : targetAt - currentAt;
  return { running: description.status.name === 'RUNNING', leftMs };
}
