import { z } from 'zod';
import { ORIGINS, SCOPES, SEVERITIES, TIERS } from '../../intake';
import { contactSchema } from '../../intake.schema';
import { moneySchema } from '../../money.schema';
import { ROOT_CAUSES } from '../../root-cause';
import { day, identifier, line, optionalText, text } from '../../text.schema';

/** Corrects facts; the old values stay on the timeline. */
export const amendSchema = z.strictObject({
  summary: line(300).optional(),
  narrative: optionalText(100_000).optional(),
  severity: z.enum(SEVERITIES).optional(),
  scope: z.enum(SCOPES).optional(),
  origin: z.enum(ORIGINS).optional(),
  public: z.boolean().optional(),
  threatensPublic: z.boolean().optional(),
  contact: contactSchema.optional(),
  tier: z.enum(TIERS).optional(),
  arr: moneySchema.optional(),
  customerSince: day.optional(),
  csmId: identifier.optional(),
  rootCause: z.enum(ROOT_CAUSES).optional().describe('Once it is closed'),
  reason: text(2_000).optional(),
});

/** A parsed amend. */
export type AmendBody = z.infer<typeof amendSchema>;
