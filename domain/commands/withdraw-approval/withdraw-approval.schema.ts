import { z } from 'zod';
import { hint } from '../../field-hint';
import { identifier, text } from '../../text.schema';

/** What was asked for is not needed any more. */
export const withdrawApprovalSchema = z.strictObject({
  approvalId: identifier.meta(hint({ title: 'What was asked for', input: 'approval' })),
  reason: text(2_000)
    .optional()
    .meta(hint({ title: 'Reason', description: 'Stands on the timeline', input: 'long-text' })),
});

/** A parsed withdraw-approval. */
export type WithdrawApprovalBody = z.infer<typeof withdrawApprovalSchema>;
