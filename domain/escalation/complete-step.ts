import type { Actor } from '../people';
import type { StepDefinition } from '../steps/step';
import type { Draft } from './draft';
import { informSigner } from './signer';
import { checkStep } from './standing';

/** Completes a step, or refuses by `Rejected`: order, person and status first, then its content. */
export function completeStep(draft: Draft, step: StepDefinition, { body, by }: { body: unknown; by: Actor }): void {
  checkStep(draft.state, step, by, draft.now);
  const { occurredAt, completes = true, then } = step.complete(draft, { body, by, now: draft.now });
  if (completes) {
    const recordedLate = occurredAt < draft.now;
    draft.emit('step.completed', { step: step.name, round: draft.state.round, occurredAt, recordedLate, body });
  }
  then?.();
  if (completes) informSigner(draft);
}
