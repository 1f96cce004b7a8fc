import { z } from 'zod';
import { hint } from '../../field-hint';
import { text } from '../../text.schema';

/** Ends the quiet of an imported escalation. */
export const activateSchema = z.strictObject({
  reason: text(2_000)
    .optional()
    .meta(hint({ title: 'Reason', description: 'Why it needs an answer after all', input: 'long-text' })),
});

/** A parsed activate. */
export type ActivateBody = z.infer<typeof activateSchema>;
