import { z } from 'zod';
import { hint } from '../../field-hint';
import { text } from '../../text.schema';

/** The trouble is back, or was never gone. */
export const reopenSchema = z.strictObject({
  reason: text(2_000).meta(
    hint({ title: 'Reason', description: 'What is back, or was never gone', input: 'long-text' }),
  ),
});

/** A parsed reopen. */
export type ReopenBody = z.infer<typeof reopenSchema>;
