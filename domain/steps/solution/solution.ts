import type { StepDefinition } from '../step';
import type { SolutionBody } from './solution.schema';

/** The owner decides what is done about it; its time is within the 8 h of the customer update (S2). */
export const solution: StepDefinition<SolutionBody> = {
  name: 'solution',
  title: 'Solution',
  help: 'A resolution: an engineering fix, a billing credit, a configuration change, a policy exception.',
  clock: null,
  after: ['intake'],
  by: ['the-owner'],
  complete: (_draft, { now }) => ({ occurredAt: now }),
};
