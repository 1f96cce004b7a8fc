import { z } from 'zod';
import { hint } from '../../field-hint';
import { solutionSchema } from '../../steps/solution/solution.schema';
import { identifier, text } from '../../text.schema';

/** Asks for a remedy to be allowed before it is decided on. */
export const requestApprovalSchema = z.strictObject({
  kind: solutionSchema.shape.kind,
  description: solutionSchema.shape.description,
  credit: solutionSchema.shape.credit,
  reason: text(2_000)
    .optional()
    .meta(hint({ title: 'Reason', description: 'Why this customer should have it', input: 'long-text' })),
  approverId: identifier.optional().meta(
    hint({
      title: 'Whom to ask',
      description: 'Somebody with the authority; left out: the first of those above you who has it',
      input: 'person',
    }),
  ),
});

/** A parsed request-approval. */
export type RequestApprovalBody = z.infer<typeof requestApprovalSchema>;
