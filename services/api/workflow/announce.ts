import type { AnnouncedChange } from '../../../activities/ports';
import type { AnnouncementInput } from '../../../workflows/announcement/workflow';
import { ANNOUNCEMENT_WORKFLOW, ESCALATIONS_QUEUE } from '../../../workflows/names';
import type { ApiDeps } from '../deps';

const START_TIMEOUT_MS = 8_000;

/**
 * Has every escalation told that a change of the directory concerns. One that is under way for the same thing begins
 * anew: those that it has told already may not know the latest.
 */
export async function announce(deps: ApiDeps, workflowId: string, about: AnnouncedChange): Promise<void> {
  const input: AnnouncementInput = { about, afterId: null, told: 0, failed: 0 };
  await deps.temporal.withDeadline(Date.now() + START_TIMEOUT_MS, () =>
    deps.temporal.workflow.start(ANNOUNCEMENT_WORKFLOW, {
      workflowId,
      taskQueue: ESCALATIONS_QUEUE,
      args: [input],
      workflowIdConflictPolicy: 'TERMINATE_EXISTING',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    }),
  );
}

/**
 * The same for what has been written and would be learnt with the next event anyway: that Temporal does not answer is
 * no reason to refuse it.
 */
export async function announceIfPossible(deps: ApiDeps, workflowId: string, about: AnnouncedChange): Promise<void> {
  try {
    await announce(deps, workflowId, about);
  } catch (error) {
    deps.log.warn({ err: error, workflowId }, 'escalations learn of a change of the directory with their next event');
  }
}
