import { CancellationScope, condition } from '@temporalio/workflow';
import { asFailure } from './commanding';
import type { EscalationRun } from './run';

/** The API waits ten seconds for an update: what takes longer is answered as it stands by then. */
const PATIENCE_MS = 8_000;

/**
 * Waits until the other escalations have answered what was asked of them after this seq.
 * @throws ApplicationFailure with the refusal of the first who refused, and with what was decided here until then
 */
export async function othersAgree(run: EscalationRun, seqBefore: number): Promise<void> {
  const asked = run.state.deliveries
    .filter(({ kind, id }) => kind === 'peer' && Number(id.split('.')[1]) > seqBefore)
    .map(({ id }) => id);
  const answered = () => asked.every((id) => run.peerAnswers.has(id));
  await CancellationScope.nonCancellable(() => condition(answered, PATIENCE_MS));
  for (const id of asked) {
    const rejection = run.peerAnswers.get(id);
    if (rejection) throw asFailure(rejection, run.outcome());
  }
}
