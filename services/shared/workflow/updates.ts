import {
  ApplicationFailure,
  WithStartWorkflowOperation,
  WorkflowUpdateFailedError,
  type Client,
  type Workflow,
} from '@temporalio/client';
import type { Escalation } from '../../../domain/escalation/state';
import type { Rejection } from '../../../domain/rejection';
import type { CommandOutcome } from '../../../workflows/escalation/input';
import { escalationWorkflowId } from '../../../workflows/names';
import { startOptions } from './start-options';
import { untilReady } from './until-ready';

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
 * Sends an update to a workflow that runs, and waits for what it decided.
 * @throws WorkflowNotFoundError where it has ended, WorkflowUpdateFailedError where it refused
 */
export async function sendUpdate(temporal: Client, escalationId: string, update: Update): Promise<CommandOutcome> {
  const handle = temporal.workflow.getHandle(escalationWorkflowId(escalationId));
  const { name, updateId, args, timeoutMs = UPDATE_TIMEOUT_MS } = update;
  const deadlineAt = Date.now() + timeoutMs;
  const send = () => handle.executeUpdate<CommandOutcome, [unknown]>(name, { args, updateId });
  return temporal.withDeadline(deadlineAt, () => untilReady(deadlineAt, send));
}

/** Starts a run from the journal's state with the update as its first message. */
export async function takeUp(
  temporal: Client,
  state: Escalation,
  { name, updateId, args }: Update,
): Promise<CommandOutcome> {
  const input = { escalationId: state.id, state, unrecorded: [], outcomes: [], fromJournal: true };
  const start = startOptions(state, input);
  const startWorkflowOperation = new WithStartWorkflowOperation(start.type, {
    ...start.options,
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  });
  // The handle's promise is of no use here, and must not count as unhandled where the start fails.
  startWorkflowOperation.workflowHandle().catch(() => undefined);
  return temporal.withDeadline(Date.now() + UPDATE_TIMEOUT_MS, () =>
    temporal.workflow.executeUpdateWithStart<Workflow, CommandOutcome, [unknown]>(name, {
      args,
      updateId,
      startWorkflowOperation,
    }),
  );
}

/** A refusal of the domain, with what was decided before another escalation refused, if one did. */
interface Refusal {
  rejection: Rejection;
  outcome: CommandOutcome | null;
}

/** The domain's refusal as it travels in an update's failure; null where the failure is another. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof WorkflowUpdateFailedError)) return null;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure) || cause.type !== 'rejected') return null;
  const [rejection, outcome] = (cause.details ?? []) as [Rejection?, CommandOutcome?];
  return rejection ? { rejection, outcome: outcome ?? null } : null;
}
