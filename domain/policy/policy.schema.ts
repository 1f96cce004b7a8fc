import { z } from 'zod';
import { calendarSpecSchema } from '../calendar/calendar.schema';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../duration';
import { hint } from '../field-hint';
import { SEVERITIES, TIERS } from '../intake';
import { LEVELS } from '../priority';
import { fieldName, identifier, line } from '../text.schema';
import { durationBetween } from './duration.schema';
import { someLevels, someTiers, termsSchema, variantSchema } from './terms.schema';

const MOST_STEPS = 30;
const MOST_VARIANTS = 50;
const MOST_CALENDARS = 20;
const MOST_FIELDS = 50;

const points = z.int().min(0).max(1_000);
const byName = <Name extends string, Value extends z.ZodType>(names: readonly Name[], value: Value) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, value])) as Record<Name, Value>);

const hours = z.enum(['any', 'waking', 'business']);

const dailyHours = z
  .strictObject({
    days: z.array(z.int().min(1).max(7)).min(1).max(7),
    fromHour: z.int().min(0).max(23),
    toHour: z.int().min(1).max(24),
  })
  .superRefine(({ days, fromHour, toHour }, context) => {
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if (toHour <= fromHour) wrong('toHour', 'must be later than `fromHour`');
    if (new Set(days).size < days.length) wrong('days', 'must name each day once');
  });

const loudness = z.strictObject({
  reminder: hours,
  rungs: byName(['manager', 'director', 'vp'], hours),
  dutyInbox: z.boolean(),
});

const priority = z
  .strictObject({
    tier: byName([...TIERS, 'unknown'], points),
    severity: byName(SEVERITIES, points),
    firstAfterYears: z.strictObject({ years: z.int().min(0).max(100), points }),
    publicTone: points,
    levelFrom: byName(['P1', 'P2', 'P3'], points),
  })
  .superRefine(({ levelFrom: { P1, P2, P3 } }, context) => {
    const wrong = (level: string, below: string) =>
      context.addIssue({ code: 'custom', path: ['levelFrom', level], message: `must be more than that of ${below}` });
    if (P1 <= P2) wrong('P1', 'P2');
    if (P2 <= P3) wrong('P2', 'P3');
  });

const field = z
  .strictObject({
    name: fieldName.meta(hint({ title: 'Name', description: 'For programs' })),
    title: line(100).meta(hint({ title: 'Title', description: 'What a form calls it' })),
    kind: z.enum(['text', 'number', 'day', 'yes-no', 'choice']).meta(hint({ title: 'Kind' })),
    choices: z.array(line(100)).min(1).max(100).optional(),
    requiredFor: z
      .array(identifier)
      .max(MOST_STEPS)
      .default([])
      .meta(hint({ title: 'Required for', description: 'Steps that are not completed without it' })),
    levels: someLevels.optional(),
    tiers: someTiers.optional(),
  })
  .superRefine(({ kind, choices }, context) => {
    const wrong = (message: string) => context.addIssue({ code: 'custom', path: ['choices'], message });
    if (kind === 'choice' && !choices) wrong('must list what may be chosen');
    if (kind !== 'choice' && choices) wrong('are for fields of the kind choice only');
    if (choices && new Set(choices).size < choices.length) wrong('must be different from each other');
  });

/** A policy as people write it: durations as ISO 8601, calendars by their rules. */
export const policySchema = z.strictObject({
  plan: z
    .array(identifier)
    .min(1)
    .max(MOST_STEPS)
    .optional()
    .meta(hint({ title: 'Plan', description: 'The steps in their order; left out: the shipped ones' })),
  dutyManagerIds: z
    .array(identifier)
    .min(1, 'must name at least one person: somebody is told where nobody else can be')
    .max(50)
    .meta(hint({ title: 'Duty managers', description: 'On duty where the rota has nobody, the first who is here' })),
  ...termsSchema.shape,
  clocks: termsSchema.shape.clocks.default({}),
  authority: termsSchema.shape.authority.default(null),
  messageApproval: termsSchema.shape.messageApproval.default(null),
  variants: z
    .array(variantSchema)
    .max(MOST_VARIANTS)
    .default([])
    .meta(hint({ title: 'By level and tier', description: 'A later one that fits goes over an earlier one' })),
  calendars: z
    .array(calendarSpecSchema)
    .max(MOST_CALENDARS)
    .default([])
    .meta(hint({ title: 'Calendars' })),
  fields: z
    .array(field)
    .max(MOST_FIELDS)
    .default([])
    .meta(hint({ title: 'Custom fields', description: 'What is to be known besides' })),
  longestPause: durationBetween(HOUR_MS, 90 * DAY_MS).meta(hint({ title: 'Longest pause', placeholder: 'P5D' })),
  keepInformed: byName(LEVELS, durationBetween(HOUR_MS, 30 * DAY_MS)).meta(
    hint({ title: 'Word to the customer', description: 'At least so often until closure, by level' }),
  ),
  undeliveredAfter: durationBetween(MINUTE_MS, DAY_MS).meta(
    hint({ title: 'Not delivered after', description: 'Then the next rung goes at once', placeholder: 'PT15M' }),
  ),
  checkInRetryAfter: durationBetween(HOUR_MS, 30 * DAY_MS).meta(hint({ title: 'Another check-in after' })),
  checkInAttempts: z
    .int()
    .min(1)
    .max(10)
    .meta(hint({ title: 'Attempts at a check-in', description: 'Then it settles as unconfirmed' })),
  waking: dailyHours.meta(hint({ title: 'Waking hours', description: 'Days 1 (Monday) to 7' })),
  business: dailyHours.meta(hint({ title: 'Business hours', description: 'Days 1 (Monday) to 7' })),
  loudness: byName(LEVELS, loudness).meta(hint({ title: 'Loudness', description: 'By level: whom, at which hours' })),
  priority: priority.meta(hint({ title: 'Points of the priority' })),
});

/** A parsed policy document. */
export type PolicyDocument = z.infer<typeof policySchema>;
