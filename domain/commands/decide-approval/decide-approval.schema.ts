import { z } from 'zod';
import { hint } from '../../field-hint';
import { identifier, text } from '../../text.schema';

/** Allows or refuses what somebody asked for. */
export const decideApprovalSchema = z.strictObject({
  approvalId: identifier.meta(hint({ title: 'What is asked for', input: 'approval' })),
  decision: z
    .enum(['approved', 'refused'])
    .meta(hint({ title: 'Decision', description: 'Approved: what waits for it is done at once' })),
  note: text(2_000)
    .optional()
    .meta(hint({ title: 'Note', description: 'Required where it is refused: what to do instead', input: 'long-text' })),
});

/** A parsed decide-approval. */
export type DecideApprovalBody = z.infer<typeof decideApprovalSchema>;
