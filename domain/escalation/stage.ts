import type { Escalation, StepProgress } from './state';

/** The steps that belong to the escalation while it is open; the check-in follows its closure. */
const FOLLOW_UP_STEP = 'check-in';

/** The progress of one step, if the plan has it. */
function progressOf(state: Escalation, step: string): StepProgress | undefined {
  return state.steps.find(({ name }) => name === step);
}

/** Whether a step is done in the present round. */
export function isDone(state: Escalation, step: string): boolean {
  return typeof progressOf(state, step)?.completedAt === 'number';
}

/** The stage: the earliest step not done; null when all are. */
export function stageOf(state: Escalation): string | null {
  return state.steps.find(({ completedAt }) => completedAt === null)?.name ?? null;
}

/** Whether a step is the one of the follow-up, which is done on a closed escalation. */
export function isFollowUp(step: string): boolean {
  return step === FOLLOW_UP_STEP;
}

/** The steps of the plan that must be done before this one and are not. */
export function missingBefore(state: Escalation, step: string): string[] {
  const planned = state.plan.find(({ name }) => name === step);
  return (planned?.after ?? []).filter((name) => !isDone(state, name));
}
