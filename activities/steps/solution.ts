import type { SolutionBody } from '../../domain/steps/solution/solution.schema';
import { amount } from '../mail/wording';
import type { StepActivity } from './step-ports';

/** Solution: nobody outside is told yet (the customer update does that); the timeline says what it is. */
export function solution(): StepActivity<SolutionBody> {
  return ({ body: { kind, credit, approvalId } }) => {
    const worth = credit ? ` of ${amount(credit)}` : '';
    const approved = approvalId ? `, by approval ${approvalId}` : '';
    return Promise.resolve({
      summary: `Solution: ${kind.replaceAll('-', ' ')}${worth}${approved}`,
      result: { kind, credit: credit ?? null, approvalId: approvalId ?? null },
    });
  };
}
