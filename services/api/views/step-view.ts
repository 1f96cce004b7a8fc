import { isFollowUp, missingBefore } from '../../../domain/escalation/stage';
import type { Escalation, StepProgress } from '../../../domain/escalation/state';
import { whoInWords } from '../../../domain/escalation/who-in-words';
import { findStep } from '../../../domain/steps/plan';
import type { EscalationView } from './escalation.schema';
import { isoOrNull } from './moments';

type StepView = EscalationView['steps'][number];

/** A step as far as it has come in the present round. */
export function stepView(state: Escalation, step: StepProgress): StepView {
  const { completedAt, completedBy } = step;
  return {
    name: step.name,
    title: findStep(step.name)?.title ?? step.name,
    state: stepState(state, step),
    completedAt: isoOrNull(completedAt),
    completedBy: completedBy && { id: completedBy.id, name: completedBy.name },
    waitsFor: completedAt === null && !hasEnded(state) ? waitsFor(state, step.name) : null,
  };
}

/** Who completes it; nobody does one whose definition is gone. */
function waitsFor(state: Escalation, name: string): string | null {
  const step = findStep(name);
  return step ? whoInWords(state, step.by) : null;
}

function stepState(state: Escalation, step: StepProgress): StepView['state'] {
  if (step.completedAt !== null) return 'done';
  if (hasEnded(state)) return 'skipped';
  if (isFollowUp(step.name)) return state.status === 'closed' ? 'active' : 'waiting';
  return state.status === 'open' && missingBefore(state, step.name).length === 0 ? 'active' : 'waiting';
}

function hasEnded({ status }: Escalation): boolean {
  return status === 'settled' || status === 'withdrawn' || status === 'merged';
}
