import { z } from 'zod';
import { identifier, moment, text } from '../../text.schema';

/** A promise was kept. */
export const keepCommitmentSchema = z.strictObject({
  commitmentId: identifier,
  occurredAt: moment.optional().describe('When it was kept; absent: now'),
  note: text(2_000).optional(),
});

/** A parsed keep-commitment. */
export type KeepCommitmentBody = z.infer<typeof keepCommitmentSchema>;
