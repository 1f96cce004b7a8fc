import { z } from 'zod';
import { hint } from '../../field-hint';
import { MANAGER_UPWARDS } from '../../people';
import { identifier, text } from '../../text.schema';

/** Names who coordinates it, or nobody. */
export const nameEscalationManagerSchema = z.strictObject({
  personId: identifier.optional().meta(
    hint({
      title: 'Escalation manager',
      description: 'May do here what a manager may, and is told by mail; left out: nobody any more',
      input: 'person',
      eligible: ['escalation-manager', ...MANAGER_UPWARDS],
    }),
  ),
  reason: text(2_000)
    .optional()
    .meta(hint({ title: 'Reason', description: 'Stands on the timeline', input: 'long-text' })),
});

/** A parsed name-escalation-manager. */
export type NameEscalationManagerBody = z.infer<typeof nameEscalationManagerSchema>;
