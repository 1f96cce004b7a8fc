import { z } from 'zod';
import { LINK_KINDS } from '../../escalation/together/together';
import { hint } from '../../field-hint';
import { identifier, text } from '../../text.schema';

/** Two escalations belong together; both say so. */
export const linkSchema = z.strictObject({
  otherId: identifier.meta(
    hint({ title: 'Other escalation', description: 'By its ref', input: 'escalation', placeholder: 'UP-1042' }),
  ),
  kind: z
    .enum(LINK_KINDS)
    .default('related')
    .meta(hint({ title: 'How they belong together', description: 'This one follows the other, or repeats it …' })),
  note: text(2_000)
    .optional()
    .meta(hint({ title: 'Note', input: 'long-text' })),
});

/** A parsed link. */
export type LinkBody = z.infer<typeof linkSchema>;
