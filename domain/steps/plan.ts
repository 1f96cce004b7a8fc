import type { Policy } from '../policy';
import { checkIn } from './check-in/check-in';
import { closure } from './closure/closure';
import { customerUpdate } from './customer-update/customer-update';
import { intake } from './intake/intake';
import { investigation } from './investigation/investigation';
import { legalReview } from './legal-review/legal-review';
import { solution } from './solution/solution';
import type { PlanStep } from './plan-step';
import type { StepDefinition } from './step';

/** The steps that there are, in their order: those of the default plan, and others that a policy's plan may name. */
export const STEPS = {
  intake,
  investigation,
  solution,
  'legal-review': legalReview,
  'customer-update': customerUpdate,
  closure,
  'check-in': checkIn,
} as const;

/** The name of a step. */
export type StepName = keyof typeof STEPS;

/** The plan of escalations whose policy names none. */
export const DEFAULT_PLAN: readonly StepName[] = [
  'intake',
  'investigation',
  'solution',
  'customer-update',
  'closure',
  'check-in',
];

/** Definitions by name. */
export type KnownSteps = Readonly<Record<string, StepDefinition>>;

/** The definition of a step, or undefined where there is no such step. */
export function findStep(name: string): StepDefinition | undefined {
  return Object.hasOwn(STEPS, name) ? STEPS[name as StepName] : undefined;
}

/** The plan that a new escalation under this policy gets pinned: data only, without what is retired or gone. */
export function planOf({ plan }: Pick<Policy, 'plan'>, known: KnownSteps = STEPS): PlanStep[] {
  const steps = (plan ?? DEFAULT_PLAN).flatMap((name) => {
    const step = Object.hasOwn(known, name) ? known[name] : undefined;
    return step && !step.retired ? [step] : [];
  });
  return steps.map(({ name, clock }) => ({ name, clock, after: waitsFor(name, steps) }));
}

/** What must be done before a step, in the order of the plan: what either of the two says, and before the closure all. */
export function waitsFor(name: string, steps: readonly StepDefinition[]): string[] {
  const own = steps.find((step) => step.name === name)?.after ?? [];
  const others = steps.filter((other, index) => {
    if (other.name === name) return false;
    if (other.before?.includes(name) || own.includes(other.name)) return true;
    return name === closure.name && index < steps.findIndex((step) => step.name === name);
  });
  return others.map((other) => other.name);
}
