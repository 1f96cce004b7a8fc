import { z } from 'zod';
import { customSchema } from '../../custom-values.schema';
import { hint } from '../../field-hint';
import { ORIGINS, SCOPES, SEVERITIES, TIERS } from '../../intake';
import { contactSchema } from '../../intake.schema';
import { moneySchema } from '../../money.schema';
import { ROOT_CAUSES } from '../../root-cause';
import { day, identifier, line, optionalText, text } from '../../text.schema';

/** Corrects facts; the old values stay on the timeline. */
export const amendSchema = z.strictObject({
  summary: line(300)
    .optional()
    .meta(hint({ title: 'Summary' })),
  narrative: optionalText(100_000)
    .optional()
    .meta(hint({ title: 'Narrative', input: 'long-text' })),
  severity: z
    .enum(SEVERITIES)
    .optional()
    .meta(hint({ title: 'Severity', description: 'The priority is weighed anew' })),
  scope: z
    .enum(SCOPES)
    .optional()
    .meta(hint({ title: 'Scope' })),
  origin: z
    .enum(ORIGINS)
    .optional()
    .meta(hint({ title: 'Origin' })),
  public: z
    .boolean()
    .optional()
    .meta(hint({ title: 'It is public' })),
  threatensPublic: z
    .boolean()
    .optional()
    .meta(hint({ title: 'They threaten to go public' })),
  threatensLegal: z
    .boolean()
    .optional()
    .meta(
      hint({ title: 'They threaten legal action', description: 'The policy may ask for messages to be seen first' }),
    ),
  contact: contactSchema
    .optional()
    .meta(hint({ title: 'Contact', description: 'What is not filled in stays as it is' })),
  tier: z
    .enum(TIERS)
    .optional()
    .meta(hint({ title: 'Tier', description: 'Unknown counts as enterprise until it is set' })),
  arr: moneySchema.optional().meta(hint({ title: 'Revenue a year', input: 'money' })),
  customerSince: day.optional().meta(hint({ title: 'Customer since' })),
  csmId: identifier
    .optional()
    .meta(hint({ title: 'CSM', description: 'Does the check-in after closure', input: 'person', eligible: ['csm'] })),
  rootCause: z
    .enum(ROOT_CAUSES)
    .optional()
    .meta(hint({ title: 'Root cause', description: 'Once it is closed' })),
  custom: customSchema.optional(),
  reason: text(2_000)
    .optional()
    .meta(hint({ title: 'Reason', description: 'Stands on the timeline beside the old value', input: 'long-text' })),
});

/** A parsed amend. */
export type AmendBody = z.infer<typeof amendSchema>;
