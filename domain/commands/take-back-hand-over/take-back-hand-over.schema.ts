import { z } from 'zod';
import { hint } from '../../field-hint';
import { text } from '../../text.schema';

/** Takes an offer back that nobody has accepted yet. */
export const takeBackHandOverSchema = z.strictObject({
  reason: text(2_000)
    .optional()
    .meta(hint({ title: 'Reason', description: 'Stands on the timeline', input: 'long-text' })),
});

/** A parsed taking back. */
export type TakeBackHandOverBody = z.infer<typeof takeBackHandOverSchema>;
