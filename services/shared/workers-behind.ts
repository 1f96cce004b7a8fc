import type { Client } from '@temporalio/client';
import { ESCALATIONS_QUEUE, NOTIFICATIONS_QUEUE } from '../../workflows/names';
import { stepsKnownTo } from './worker-identity';

/** A worker that polls now and does not know all steps of a plan. */
export interface WorkerBehind {
  identity: string;
  missing: string[];
}

/** A worker asks for tasks at least once a minute; one that has not for longer is gone, though Temporal lists it still. */
const GONE_AFTER_MS = 75_000;
/** As the protocol numbers task queue types. */
const QUEUES = [
  { name: ESCALATIONS_QUEUE, taskQueueType: 1 },
  { name: NOTIFICATIONS_QUEUE, taskQueueType: 2 },
] as const;

/**
 * The workers that would meet a step they have never heard of, were this plan in force now. First the release goes
 * everywhere, then the plan may ask for what it brought: an escalation's tasks go to any worker.
 */
export async function workersBehind(temporal: Client, plan: readonly string[]): Promise<WorkerBehind[]> {
  const { namespace } = temporal.options;
  const described = await Promise.all(
    QUEUES.map(({ name, taskQueueType }) =>
      temporal.workflowService.describeTaskQueue({ namespace, taskQueue: { name }, taskQueueType }),
    ),
  );
  const since = Date.now() - GONE_AFTER_MS;
  const polling = described
    .flatMap(({ pollers }) => pollers ?? [])
    .filter(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) * 1_000 >= since);
  return polling.flatMap(({ identity }) => {
    const known = stepsKnownTo(identity ?? '');
    const missing = known === null ? [] : plan.filter((step) => !known.includes(step));
    return missing.length > 0 ? [{ identity: identity ?? '', missing }] : [];
  });
}
