import { checkIn } from './check-in/check-in';
import { closure } from './closure/closure';
import { customerUpdate } from './customer-update/customer-update';
import { intake } from './intake/intake';
import { investigation } from './investigation/investigation';
import { solution } from './solution/solution';
import type { PlanStep } from './plan-step';
import type { StepDefinition } from './step';

/** The steps of the process, in their order. */
export const STEPS = {
  intake,
  investigation,
  solution,
  'customer-update': customerUpdate,
  closure,
  'check-in': checkIn,
} as const;

/** The name of a shipped step. */
export type StepName = keyof typeof STEPS;

/** The definition of a step, or undefined where there is no such step. */
export function findStep(name: string): StepDefinition | undefined {
  return Object.hasOwn(STEPS, name) ? STEPS[name as StepName] : undefined;
}

/** The plan that a new escalation gets pinned: data only. */
export function currentPlan(): PlanStep[] {
  return Object.values(STEPS).map(({ name, clock, after }) => ({ name, clock, after }));
}
