import type { CheckInBody } from '../../domain/steps/check-in/check-in.schema';
import type { StepActivity } from './step-ports';

/** Check-in: nothing to send; the timeline says whether the customer is better off. */
export function checkIn(): StepActivity<CheckInBody> {
  return ({ body }) => {
    const { reached, improved, rating } = body;
    return Promise.resolve({
      summary: outcome(body),
      result: { reached, improved: improved ?? null, rating: rating ?? null },
    });
  };
}

function outcome({ reached, improved, rating }: CheckInBody): string {
  if (!reached) return 'Check-in: the customer was not reached';
  const rated = rating === undefined ? '' : ` (rated ${rating} of 5)`;
  return improved ? `Check-in: the customer is better off${rated}` : `Check-in: the customer is not better off${rated}`;
}
