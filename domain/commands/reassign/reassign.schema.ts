import { z } from 'zod';
import { hint } from '../../field-hint';
import { MAY_OWN } from '../../people';
import { identifier, text } from '../../text.schema';

/** Names another owner. */
export const reassignSchema = z.strictObject({
  ownerId: identifier.meta(
    hint({
      title: 'New owner',
      description: 'One person: senior and available. They are told by mail',
      input: 'person',
      eligible: MAY_OWN,
    }),
  ),
  reason: text(2_000).meta(hint({ title: 'Reason', description: 'Stands on the timeline', input: 'long-text' })),
});

/** A parsed reassign. */
export type ReassignBody = z.infer<typeof reassignSchema>;
