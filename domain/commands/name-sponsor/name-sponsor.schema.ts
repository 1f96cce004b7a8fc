import { z } from 'zod';
import { FACINGS } from '../../escalation/team/team';
import { hint } from '../../field-hint';
import { identifier, text } from '../../text.schema';

/** Names the executive sponsor, or nobody. */
export const nameSponsorSchema = z.strictObject({
  personId: identifier.optional().meta(
    hint({
      title: 'Sponsor',
      description: 'An executive who is not the owner; left out: nobody any more',
      input: 'person',
      eligible: ['executive', 'vp'],
    }),
  ),
  facing: z
    .enum(FACINGS)
    .optional()
    .meta(hint({ title: 'Facing', description: 'Into the company, to the customer, or both; left out: inside' })),
  standing: z
    .boolean()
    .optional()
    .meta(
      hint({ title: 'For the account', description: 'Also for what this customer raises from now on', input: 'flag' }),
    ),
  reason: text(2_000)
    .optional()
    .meta(hint({ title: 'Reason', description: 'Stands on the timeline', input: 'long-text' })),
});

/** A parsed name-sponsor. */
export type NameSponsorBody = z.infer<typeof nameSponsorSchema>;
