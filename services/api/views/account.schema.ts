import { z } from 'zod';
import { TIERS } from '../../../domain/intake';
import { durationView, moneyView, momentView, orNull, personRefSchema } from './common.schema';
import { escalationItemSchema } from './escalation.schema';

const inEscalation = { escalationId: z.uuid(), ref: z.string() };

const factsSchema = z.object({
  id: z.string(),
  name: z.string(),
  tier: z.enum(TIERS).nullable().describe('null: unknown, counts as enterprise'),
  arr: orNull(moneyView),
  customerSince: z.iso.date().nullable(),
  csm: orNull(personRefSchema),
  csmId: z.string().nullable(),
});

const figuresSchema = z.object({
  open: z.int().describe('Not settled, withdrawn or merged'),
  all: z.int(),
  breaches: z.int().describe('Clocks that ran out before what they watch was done'),
  brokenPromises: z.int().describe('Kept late, replaced after their date, or past it and still owed'),
  replacedPromises: z.int().describe('Of these, those that another promise took the place of'),
  movedPromises: z.int().describe('Given another date before their own had come'),
  keptPromises: z.int().describe('Kept by their date'),
  averageRating: z.number().nullable(),
  lastRating: z.int().nullable(),
});

const promiseSchema = z.object({
  ...inEscalation,
  id: z.string(),
  text: z.string(),
  dueAt: momentView,
  state: z.enum(['open', 'broken', 'kept', 'replaced']),
  responsible: personRefSchema,
  keptAt: momentView.nullable(),
  moved: z.int().describe('How often it got another date'),
});

const checkInSchema = z.object({
  ...inEscalation,
  at: momentView,
  reached: z.boolean(),
  improved: z.boolean().nullable(),
  rating: z.int().nullable(),
  quote: z.string().nullable(),
  note: z.string(),
});

const breachSchema = z.object({
  ...inEscalation,
  clockId: z.string(),
  dueAt: momentView,
  breachedAt: momentView,
  metAt: momentView.nullable().describe('null: not done yet, or no longer owed'),
  lateness: durationView.nullable(),
});

/** Everything about a customer that the caller may see. */
export const accountPageSchema = z
  .object({
    account: factsSchema,
    figures: figuresSchema,
    escalations: z.array(escalationItemSchema).max(200).describe('The newest first'),
    promises: z.array(promiseSchema).describe('The open ones first, by date'),
    checkIns: z.array(checkInSchema).describe('The newest first'),
    breaches: z.array(breachSchema).describe('The newest first'),
    rootCauses: z.array(z.object({ rootCause: z.string(), count: z.int() })).describe('The most frequent first'),
    byMonth: z
      .array(z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), raised: z.int(), breaches: z.int() }))
      .describe('The last 12 months in UTC, the oldest first'),
  })
  .meta({ id: 'AccountStory' });

/** The JSON of an account's page. */
export type AccountView = z.infer<typeof accountPageSchema>;
