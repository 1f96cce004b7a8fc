import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { EscalationEvent } from '../../../domain/escalation/events';
import type { Escalation } from '../../../domain/escalation/state';
import type { ApiDeps } from '../deps';
import { startOptions } from '../../shared/workflow/start-options';

const START_TIMEOUT_MS = 8_000;

/**
 * Starts the workflow of a new escalation; where it runs, or ran, already, nothing happens.
 * @param state what its first events fold to
 */
export async function startEscalation(deps: ApiDeps, state: Escalation, unrecorded: EscalationEvent[]): Promise<void> {
  const { type, options } = startOptions(state, { escalationId: state.id, state: null, unrecorded, outcomes: [] });
  try {
    await deps.temporal.withDeadline(Date.now() + START_TIMEOUT_MS, () =>
      deps.temporal.workflow.start(type, {
        ...options,
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      }),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
