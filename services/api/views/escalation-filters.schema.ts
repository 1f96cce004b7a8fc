import { z } from 'zod';
import { DOORS, SEVERITIES, TIERS } from '../../../domain/intake';
import { LEVELS } from '../../../domain/priority';
import { ROOT_CAUSES } from '../../../domain/root-cause';
import { identifier } from '../../../domain/text.schema';
import { statusView } from './escalation.schema';
import { anyOf, eachOf, queryDuration, queryFlag, queryMoment, queryText } from './query.schema';

const personOrMe = anyOf(identifier.describe('An id, or `me`'));

const customWanted = queryText(400).regex(/^[A-Za-z0-9._-]+:./, 'must be a field and its value, such as region:EMEA');

/** The filters of every list of escalations, as a query carries them. */
export const escalationFilterShape = {
  id: anyOf(z.uuid()),
  status: anyOf(statusView),
  stage: anyOf(identifier),
  ownerId: personOrMe,
  csmId: personOrMe,
  escalationManagerId: personOrMe,
  sponsorId: personOrMe,
  taskOwnerId: personOrMe.describe('Who has a task in it that is open'),
  teamMemberId: personOrMe,
  accountId: anyOf(identifier),
  umbrellaId: anyOf(z.uuid()).describe('Under one of these umbrellas'),
  mergedIntoId: anyOf(z.uuid()).describe('Merged into one of these'),
  level: anyOf(z.enum(LEVELS)),
  severity: anyOf(z.enum(SEVERITIES)),
  tier: anyOf(z.enum([...TIERS, 'unknown'])),
  door: anyOf(z.enum(DOORS)),
  rootCause: anyOf(z.enum(ROOT_CAUSES)),
  policyVersion: anyOf(z.string().regex(/^[1-9]\d{0,8}$/, 'must be the number of a version')).describe(
    'The policy that they go by now',
  ),
  open: queryFlag.describe('Whether it is open, paused or in its follow-up'),
  breached: queryFlag.describe('Whether a clock has run out and is not answered'),
  overdue: queryFlag.describe("Whether a clock that watches has ended, by the escalation's own now"),
  due_within: queryDuration.describe('The next clock ends within this time (`PT1H`), and none is overdue'),
  acknowledged: queryFlag.describe('Whether the customer had our acknowledgment'),
  unheard: queryFlag.describe('Whether somebody was to be told and nobody could be'),
  quiet: queryFlag.describe('Whether it was imported and is not activated'),
  level_set: queryFlag.describe('Whether a person has set its level'),
  ever_paused: queryFlag.describe('Whether it was paused at least once'),
  custom: eachOf(customWanted.describe('A field of the policy with its value, `region:EMEA`')).describe(
    'Fields of the policy with their values, repeated for several; all of them hold',
  ),
  awaiting_approval: queryFlag.describe('Whether a decision is asked for that nobody has made yet'),
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
