import { z } from 'zod';
import { hint } from '../../field-hint';
import { identifier, text } from '../../text.schema';

/** Legal review: what may be told to the customer, and on which conditions. */
export const legalReviewSchema = z.strictObject({
  cleared: z.boolean().meta(
    hint({
      title: 'The customer may be told',
      description: 'A no stands on the timeline, and the step stays open until there is a yes',
    }),
  ),
  opinion: text(10_000).meta(
    hint({ title: 'Opinion', description: 'What may be said to the customer, and what not', input: 'long-text' }),
  ),
  conditions: text(5_000)
    .optional()
    .meta(hint({ title: 'Conditions', description: 'What the customer update must keep to', input: 'long-text' })),
  personId: identifier.optional().meta(
    hint({
      title: 'Who of Legal',
      description: 'Where you write it down for them: whose opinion it is',
      input: 'person',
      eligible: ['contributor', 'manager', 'director', 'vp'],
    }),
  ),
});

/** A parsed legal review. */
export type LegalReviewBody = z.infer<typeof legalReviewSchema>;
