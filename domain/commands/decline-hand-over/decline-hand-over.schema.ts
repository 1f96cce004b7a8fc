import { z } from 'zod';
import { hint } from '../../field-hint';
import { text } from '../../text.schema';

/** Does not take over what was offered. */
export const declineHandOverSchema = z.strictObject({
  reason: text(2_000).meta(hint({ title: 'Reason', description: 'The owner reads it', input: 'long-text' })),
});

/** A parsed refusal. */
export type DeclineHandOverBody = z.infer<typeof declineHandOverSchema>;
