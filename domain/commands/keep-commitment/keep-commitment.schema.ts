import { z } from 'zod';
import { hint } from '../../field-hint';
import { identifier, moment, text } from '../../text.schema';

/** A promise was kept. */
export const keepCommitmentSchema = z.strictObject({
  commitmentId: identifier.meta(hint({ title: 'Commitment', input: 'commitment' })),
  occurredAt: moment
    .optional()
    .meta(hint({ title: 'When it was kept', description: 'Not in the future; left out: now', input: 'moment' })),
  note: text(2_000)
    .optional()
    .meta(hint({ title: 'Note', description: 'How we know that it is kept', input: 'long-text' })),
});

/** A parsed keep-commitment. */
export type KeepCommitmentBody = z.infer<typeof keepCommitmentSchema>;
