import { z } from 'zod';
import { hint } from '../../field-hint';
import { identifier, text } from '../../text.schema';

/** Two escalations do not belong together after all. */
export const unlinkSchema = z.strictObject({
  otherId: identifier.meta(
    hint({ title: 'Other escalation', description: 'By its ref', input: 'escalation', placeholder: 'UP-1042' }),
  ),
  reason: text(2_000)
    .optional()
    .meta(hint({ title: 'Reason', input: 'long-text' })),
});

/** A parsed unlink. */
export type UnlinkBody = z.infer<typeof unlinkSchema>;
