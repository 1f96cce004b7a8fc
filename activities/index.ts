import type { StepName } from '../domain/steps/plan';
import { checkIn } from './steps/check-in';
import { closure } from './steps/closure';
import { customerUpdate } from './steps/customer-update';
import { intake } from './steps/intake';
import { investigation } from './steps/investigation';
import { legalReview } from './steps/legal-review';
import { solution } from './steps/solution';
import type { StepActivity, StepPorts } from './steps/step-ports';

/**
 * The activity of each step, under the step's name. A step of the plan without one does not compile: everything that
 * a step does to the world happens here, once its completion was accepted.
 */
export function createStepActivities(ports: StepPorts) {
  return {
    intake: intake(ports),
    investigation: investigation(ports),
    solution: solution(),
    'legal-review': legalReview(ports),
    'customer-update': customerUpdate(ports),
    closure: closure(ports),
    'check-in': checkIn(),
  } satisfies Record<StepName, StepActivity<never>>;
}
