import { z } from 'zod';
import { DAY_MS, MINUTE_MS } from '../duration';
import { hint } from '../field-hint';
import { TIERS } from '../intake';
import type { Role } from '../people';
import { ROLES } from '../people';
import { LEVELS } from '../priority';
import { solutionSchema } from '../steps/solution/solution.schema';
import { identifier } from '../text.schema';
import { durationBetween } from './duration.schema';

/** So many clocks may be named, which is more than there are steps in the longest plan. */
const MOST_CLOCKS = 40;
const MOST_CURRENCIES = 50;
const YEAR_MS = 365 * DAY_MS;

const role = z.enum(ROLES as [Role, ...Role[]]);

/** The levels that something holds for. */
export const someLevels = z.array(z.enum(LEVELS)).min(1).max(LEVELS.length);

/** The tiers that something holds for. */
export const someTiers = z
  .array(z.enum([...TIERS, 'unknown']))
  .min(1)
  .max(TIERS.length + 1);

const clockTerms = z.strictObject({
  budget: durationBetween(MINUTE_MS, YEAR_MS)
    .optional()
    .meta(hint({ title: 'Time', description: 'How long it has, in the time of its calendar', placeholder: 'PT2H' })),
  anchor: z
    .enum(['receipt', 'acknowledgment', 'closure'])
    .optional()
    .meta(hint({ title: 'Counts from' })),
  calendar: identifier
    .nullable()
    .optional()
    .meta(hint({ title: 'Calendar', description: 'One of this policy; without one every hour counts' })),
});

const clocks = z.record(identifier, clockTerms).refine((named) => Object.keys(named).length <= MOST_CLOCKS, {
  error: `must name at most ${MOST_CLOCKS} clocks`,
});

const amounts = z
  .record(z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as USD'), z.int().min(0).max(1e15))
  .refine((by) => Object.keys(by).length <= MOST_CURRENCIES, { error: `must have at most ${MOST_CURRENCIES}` });

const authority = z.strictObject({
  credit: z
    .partialRecord(role, amounts.nullable())
    .meta(hint({ title: 'Largest credit', description: 'By role and currency, in cents; null is without limit' })),
  kinds: z
    .partialRecord(solutionSchema.shape.kind, z.array(role).min(1).max(ROLES.length))
    .meta(hint({ title: 'Kinds of solution', description: 'That only these roles may grant' })),
});

const messageApproval = z.strictObject({
  approverIds: z
    .array(identifier)
    .min(1)
    .max(20)
    .meta(hint({ title: 'Who approves', description: 'The first of them who is here decides, any of them may' })),
});

/** What may differ by level and tier, all of it. */
export const termsSchema = z.strictObject({
  reminderAtShare: z
    .number()
    .gt(0, 'must be more than 0')
    .lt(1, 'must be less than 1: a reminder comes before the end')
    .meta(hint({ title: 'Reminder', description: 'After this share of the time; 0.75 is three quarters' })),
  reminderSparesActive: durationBetween(0, DAY_MS).meta(
    hint({ title: 'No reminder after', description: 'Whoever acted within this time is not reminded' }),
  ),
  rungEvery: durationBetween(5 * MINUTE_MS, 7 * DAY_MS).meta(
    hint({ title: 'A rung every', description: 'So often an unanswered breach goes up', placeholder: 'PT30M' }),
  ),
  loudRounds: z
    .int()
    .min(1)
    .max(10)
    .meta(hint({ title: 'Loud rounds', description: 'After so many it goes on bundled' })),
  bundledEvery: durationBetween(5 * MINUTE_MS, 14 * DAY_MS).meta(hint({ title: 'Bundled every', placeholder: 'PT4H' })),
  chainLength: z
    .int()
    .min(1)
    .max(3, 'must be at most 3: there is no rung after the VP')
    .meta(hint({ title: 'People in the chain', description: 'Manager, director, VP: the nearest first' })),
  takeCharge: durationBetween(5 * MINUTE_MS, 2 * DAY_MS).meta(
    hint({ title: 'Taking charge holds the chain for', placeholder: 'PT1H' }),
  ),
  clocks: clocks.meta(hint({ title: 'Clocks', description: 'Steps by their name, keep-informed, approval' })),
  authority: authority.nullable().meta(hint({ title: 'Authority', description: 'null: everybody may grant all' })),
  messageApproval: messageApproval
    .nullable()
    .meta(hint({ title: 'Approval of messages', description: 'Where legal action is threatened' })),
});

/** Terms for some levels and tiers only; a clock that is named here is told whole. */
export const variantSchema = z.strictObject({
  levels: someLevels.optional().meta(hint({ title: 'Levels', description: 'Absent: every level' })),
  tiers: someTiers.optional().meta(hint({ title: 'Tiers', description: 'Absent: every tier' })),
  terms: termsSchema
    .partial()
    .refine((terms) => Object.keys(terms).length > 0, { error: 'must say what differs' })
    .meta(hint({ title: 'What differs' })),
});

/** Terms as people write them. */
export type WrittenTerms = z.infer<typeof termsSchema>;

/** A variant as people write it. */
export type WrittenVariant = z.infer<typeof variantSchema>;
