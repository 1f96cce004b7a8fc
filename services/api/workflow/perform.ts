import {
  ApplicationFailure,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  type Workflow,
} from '@temporalio/client';
import { actionsFor } from '../../../domain/escalation/actions';
import type { Escalation } from '../../../domain/escalation/state';
import type { Rejection } from '../../../domain/rejection';
import type { CommandOutcome, StampedMessage } from '../../../workflows/escalation/input';
import { escalationWorkflowId } from '../../../workflows/names';
import type { ApiDeps } from '../deps';
import { fromRejection } from '../problems/problem';
import { startOptions } from './start-options';

/** How long an answer of the workflow is waited for; shorter than the lease of an Idempotency-Key. */
const UPDATE_TIMEOUT_MS = 10_000;

/** One update of an escalation's workflow. */
export interface Update {
  name: string;
  updateId: string;
  args: [unknown];
  timeoutMs?: number;
}

/**
 * Sends a step or a command to the escalation's workflow and waits for what it decided. Where the workflow has ended,
 * a run of the same id takes it up from what the journal tells.
 * @throws Problem with the refusal of the domain, or that the workflow did not answer in time.
 */
export async function perform(
  deps: ApiDeps,
  state: Escalation,
  update: Update & { args: [StampedMessage] },
): Promise<CommandOutcome> {
  try {
    return await sendUpdate(deps, state.id, update);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
  refuseWhatIsNotPossible(state, update);
  return takeUp(deps, state, update);
}

/** Sends an update to a workflow that runs. */
export async function sendUpdate(deps: ApiDeps, escalationId: string, update: Update): Promise<CommandOutcome> {
  const handle = deps.temporal.workflow.getHandle(escalationWorkflowId(escalationId));
  const { name, updateId, args, timeoutMs = UPDATE_TIMEOUT_MS } = update;
  return refusing(() =>
    deps.temporal.withDeadline(Date.now() + timeoutMs, () =>
      handle.executeUpdate<CommandOutcome, [unknown]>(name, { args, updateId }),
    ),
  );
}

/** Starts a run from the journal's state with the update as its first message. */
async function takeUp(deps: ApiDeps, state: Escalation, { name, updateId, args }: Update): Promise<CommandOutcome> {
  const start = startOptions(state, {
    escalationId: state.id,
    state,
    unrecorded: [],
    outcomes: [],
    fromJournal: true,
  });
  const startWorkflowOperation = new WithStartWorkflowOperation(start.type, {
    ...start.options,
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  });
  // The handle's promise is of no use here, and must not count as unhandled where the start fails.
  startWorkflowOperation.workflowHandle().catch(() => undefined);
  return refusing(() =>
    deps.temporal.withDeadline(Date.now() + UPDATE_TIMEOUT_MS, () =>
      deps.temporal.workflow.executeUpdateWithStart<Workflow, CommandOutcome, [unknown]>(name, {
        args,
        updateId,
        startWorkflowOperation,
      }),
    ),
  );
}

/** No run is started only to refuse. */
function refuseWhatIsNotPossible(
  state: Escalation,
  { name, args: [{ by }] }: Update & { args: [StampedMessage] },
): void {
  const action = actionsFor(state, by).find((one) => one.name === name);
  if (action?.refusal) throw fromRejection(action.refusal);
}

async function refusing<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const rejection = rejectionOf(error);
    throw rejection ? fromRejection(rejection) : error;
  }
}

/** The domain's refusal as it travels in an update's failure. */
function rejectionOf(error: unknown): Rejection | null {
  if (!(error instanceof WorkflowUpdateFailedError)) return null;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure) || cause.type !== 'rejected') return null;
  return (cause.details?.[0] as Rejection | undefined) ?? null;
}
