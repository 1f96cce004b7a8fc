import { z } from 'zod';
import { moneySchema } from '../../money.schema';
import { identifier, text } from '../../text.schema';

/** The kinds of resolution (PROCESS "The five steps", S2). */
const SOLUTION_KINDS = [
  'engineering-fix',
  'billing-credit',
  'configuration-change',
  'policy-exception',
  'other',
] as const;

/** Solution: what is done about it. */
export const solutionSchema = z.strictObject({
  kind: z.enum(SOLUTION_KINDS),
  description: text(20_000),
  credit: moneySchema.optional(),
  approvalId: identifier.optional().describe('The approval, where the owner lacks the authority'),
});

/** A parsed solution. */
export type SolutionBody = z.infer<typeof solutionSchema>;
