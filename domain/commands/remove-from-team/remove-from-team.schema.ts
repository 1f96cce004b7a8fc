import { z } from 'zod';
import { hint } from '../../field-hint';
import { identifier, text } from '../../text.schema';

/** Takes somebody off the team. */
export const removeFromTeamSchema = z.strictObject({
  personId: identifier.meta(
    hint({ title: 'Person', description: 'Somebody of the team without an open task', input: 'person' }),
  ),
  reason: text(2_000)
    .optional()
    .meta(hint({ title: 'Reason', description: 'Stands on the timeline', input: 'long-text' })),
});

/** A parsed remove-from-team. */
export type RemoveFromTeamBody = z.infer<typeof removeFromTeamSchema>;
