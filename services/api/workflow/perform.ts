import { WorkflowNotFoundError } from '@temporalio/client';
import { actionsFor } from '../../../domain/escalation/actions';
import type { CommandOutcome, StampedMessage } from '../../../workflows/escalation/input';
import { ownNow } from '../../shared/own-now';
import type { StoredEscalation } from '../../shared/store/escalations';
import { record } from '../../shared/store/recording';
import { refusalOf, sendUpdate as send, takeUp, type Update } from '../../shared/workflow/updates';
import type { ApiDeps } from '../deps';
import { fromRejection } from '../problems/problem';

/**
 * Sends a step or a command to the escalation's workflow and waits for what it decided. Where the workflow has ended,
 * a run of the same id takes it up from what the journal tells.
 * @throws Problem with the refusal of the domain, or that the workflow did not answer in time.
 */
export async function perform(
  deps: ApiDeps,
  stored: StoredEscalation,
  update: Update & { args: [StampedMessage] },
): Promise<CommandOutcome> {
  const { state } = stored;
  try {
    return await sendUpdate(deps, state.id, update);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
  refuseWhatIsNotPossible(stored, update);
  return refusing(deps, state.id, () => takeUp(deps.temporal, state, update));
}

/** Sends an update to a workflow that runs. */
export async function sendUpdate(deps: ApiDeps, escalationId: string, update: Update): Promise<CommandOutcome> {
  return refusing(deps, escalationId, () => send(deps.temporal, escalationId, update));
}

/** No run is started only to refuse. */
function refuseWhatIsNotPossible(
  { state, lastRecordedAt }: StoredEscalation,
  { name, args: [{ by }] }: Update & { args: [StampedMessage] },
): void {
  const action = actionsFor(state, by, ownNow(state.lastAt, lastRecordedAt)).find((one) => one.name === name);
  if (action?.refusal) throw fromRejection(action.refusal);
}

/** Where another escalation had its say first, what happened until then is written down before the refusal is told. */
async function refusing<T>(deps: ApiDeps, escalationId: string, attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    const events = refusal.outcome?.events ?? [];
    if (events.length > 0) await record(deps.database, { escalationId, events, recordedAt: Date.now() });
    throw fromRejection(refusal.rejection);
  }
}
