import { z } from 'zod';
import { customSchema } from './custom-values.schema';
import { hint } from './field-hint';
import { DOORS, ORIGINS, SCOPES, SEVERITIES, TIERS } from './intake';
import { moneySchema } from './money.schema';
import { day, identifier, line, mailAddress, moment, optionalText } from './text.schema';

/** The customer's person; the mail address is needed before the first message by mail. */
export const contactSchema = z.strictObject({
  name: line(200)
    .optional()
    .meta(hint({ title: 'Name' })),
  email: mailAddress
    .optional()
    .meta(hint({ title: 'Mail address', description: 'Needed before the first message by mail' })),
});

/** The body of `POST /v1/escalations`. */
export const raiseSchema = z.strictObject({
  account: z.strictObject({
    name: line(300).describe('Known by its name, case and spaces folded'),
    tier: z.enum(TIERS).optional().describe('Absent: unknown, counts as enterprise'),
    arr: moneySchema.optional(),
    customerSince: day.optional(),
    csmId: identifier.optional(),
  }),
  summary: line(300),
  narrative: optionalText(100_000).default(''),
  severity: z.enum(SEVERITIES).default('other'),
  scope: z.enum(SCOPES).optional(),
  origin: z.enum(ORIGINS).optional(),
  door: z.enum(DOORS),
  contact: contactSchema.optional(),
  public: z.boolean().default(false),
  threatensPublic: z.boolean().default(false),
  threatensLegal: z
    .boolean()
    .default(false)
    .describe('They threaten legal action: the policy may ask for messages to be seen first'),
  receivedAt: moment.optional().describe('May lie in the past: the 2 h run from it. Absent: now'),
  externalRef: line(300).optional().describe('The same one again answers with the escalation that exists'),
  custom: customSchema.default({}).describe('The fields that the policy asks for besides, by name'),
  imported: z.boolean().default(false).describe('Open in an older list: quiet until activated'),
});

/** A parsed raise. */
export type RaiseBody = z.infer<typeof raiseSchema>;
