import type { z } from 'zod';
import { checkInSchema } from './check-in/check-in.schema';
import { closureSchema } from './closure/closure.schema';
import { customerUpdateSchema } from './customer-update/customer-update.schema';
import { intakeSchema } from './intake/intake.schema';
import { investigationSchema } from './investigation/investigation.schema';
import { legalReviewSchema } from './legal-review/legal-review.schema';
import type { StepName } from './plan';
import { solutionSchema } from './solution/solution.schema';

/** The body of each step. */
export const stepSchemas = {
  intake: intakeSchema,
  investigation: investigationSchema,
  solution: solutionSchema,
  'legal-review': legalReviewSchema,
  'customer-update': customerUpdateSchema,
  closure: closureSchema,
  'check-in': checkInSchema,
} satisfies Record<StepName, z.ZodType>;
