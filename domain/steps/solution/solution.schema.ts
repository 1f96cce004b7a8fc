import { z } from 'zod';
import { hint } from '../../field-hint';
import { moneySchema } from '../../money.schema';
import { identifier, text } from '../../text.schema';

/** The kinds of resolution (docs/process.md "The five steps and their clocks"). */
const SOLUTION_KINDS = [
  'engineering-fix',
  'billing-credit',
  'configuration-change',
  'policy-exception',
  'other',
] as const;

/** Solution: what is done about it. */
export const solutionSchema = z.strictObject({
  kind: z.enum(SOLUTION_KINDS).meta(hint({ title: 'Kind of resolution' })),
  description: text(20_000).meta(hint({ title: 'What is done about it', input: 'long-text' })),
  credit: moneySchema
    .optional()
    .meta(hint({ title: 'Credit', description: 'Where it is a billing credit', input: 'money' })),
  approvalId: identifier
    .optional()
    .meta(
      hint({ title: 'Approval', description: 'The approval, where the owner lacks the authority', input: 'hidden' }),
    ),
});

/** A parsed solution. */
export type SolutionBody = z.infer<typeof solutionSchema>;
