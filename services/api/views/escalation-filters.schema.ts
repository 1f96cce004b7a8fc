import { z } from 'zod';
import { DOORS, SEVERITIES, TIERS } from '../../../domain/intake';
import { LEVELS } from '../../../domain/priority';
import { ROOT_CAUSES } from '../../../domain/root-cause';
import { identifier } from '../../../domain/text.schema';
import { statusView } from './escalation.schema';
import { anyOf, queryDuration, queryFlag, queryMoment, queryText } from './query.schema';

const personOrMe = anyOf(identifier.describe('An id, or `me`'));

/** The filters of every list of escalations, as a query carries them. */
export const escalationFilterShape = {
  id: anyOf(z.uuid()),
  status: anyOf(statusView),
  stage: anyOf(identifier),
  ownerId: personOrMe,
  csmId: personOrMe,
  accountId: anyOf(identifier),
  level: anyOf(z.enum(LEVELS)),
  severity: anyOf(z.enum(SEVERITIES)),
  tier: anyOf(z.enum([...TIERS, 'unknown'])),
  door: anyOf(z.enum(DOORS)),
  rootCause: anyOf(z.enum(ROOT_CAUSES)),
  open: queryFlag.describe('Whether it is open, paused or in its follow-up'),
  breached: queryFlag.describe('Whether a clock has run out and is not answered'),
  overdue: queryFlag.describe("Whether a clock that watches has ended, by the escalation's own now"),
  due_within: queryDuration.describe('The next clock ends within this time (`PT1H`), and none is overdue'),
  acknowledged: queryFlag.describe('Whether the customer had our acknowledgment'),
  unheard: queryFlag.describe('Whether somebody was to be told and nobody could be'),
  quiet: queryFlag.describe('Whether it was imported and is not activated'),
  promised_today: z
    .literal('true')
    .transform(() => true as const)
    .optional()
    .describe("A promise is owed with a date of today, in the caller's zone"),
  due_before: queryMoment,
  raised_from: queryMoment,
  raised_to: queryMoment,
  q: queryText(300).optional(),
};

/** The filters as a request carries them. */
export const escalationFiltersSchema = z.strictObject(escalationFilterShape);

/** The filters, parsed. */
export type EscalationFilterQuery = z.output<typeof escalationFiltersSchema>;
