import type { StepName } from '../../../domain/steps/plan';
import { DEFAULT_PLAN, STEPS } from '../../../domain/steps/plan';

/** The default plan with these steps in their places. */
export function planWith(...more: readonly StepName[]): StepName[] {
  const wanted = [...DEFAULT_PLAN, ...more];
  return (Object.keys(STEPS) as StepName[]).filter((name) => wanted.includes(name));
}
