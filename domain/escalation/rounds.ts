import { isKnownName } from '../shapes';
import type { PlanStep } from '../steps/plan-step';
import { cancelApprovals } from './approvals/ask';
import { cancelClock, clockOf, isActive, startClock, startPlannedClocks } from './clocks';
import type { Draft } from './draft';
import type { Escalation } from './state';
import { resumeTasks } from './tasks/open-tasks';

/**
 * Begins another round with the same owner from the investigation on, its clocks anchored now under their old ids; what
 * was never acknowledged is due again from its intake.
 */
export function reopen(draft: Draft, because: string): void {
  cancelClock(draft, 'check-in', 'reopened');
  cancelApprovals(draft, 'it was reopened');
  draft.emit('escalation.reopened', { because, round: draft.state.round + 1, ...planLeft(draft.state) });
  startPlannedClocks(draft, draft.state.ownerId ? 'acknowledgment' : 'receipt', draft.now);
  resumePromises(draft);
  resumeTasks(draft);
}

/** The plan without the steps that no release has any more: nobody could do them, and the closure would wait for them. */
function planLeft({ plan }: Escalation): { plan?: readonly PlanStep[] } {
  const known = plan.filter(({ name }) => isKnownName(name));
  if (known.length === plan.length) return {};
  return { plan: known.map((step) => ({ ...step, after: step.after.filter((name) => isKnownName(name)) })) };
}

/** What was promised before a withdrawal is owed again, by its old date. */
function resumePromises(draft: Draft): void {
  for (const { id, madeAt, dueAt, state } of draft.state.commitments) {
    const clockId = `commitment:${id}`;
    const watched = clockOf(draft.state, clockId);
    const owed = state === 'open' || state === 'broken';
    if (owed && !(watched && isActive(watched))) startClock(draft, clockId, 'commitment', madeAt, dueAt - madeAt);
  }
}
