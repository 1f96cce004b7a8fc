import { z } from 'zod/mini';
import { DOORS, SEVERITIES, TIERS } from '../../../../../domain/intake';
import { LEVELS } from '../../../../../domain/priority';
import { ROOT_CAUSES } from '../../../../../domain/root-cause';
import { readSearch, someOf } from '../../app/search';

/** Where an escalation as a whole may stand. */
export const STATUSES = ['open', 'paused', 'closed', 'settled', 'withdrawn', 'merged'] as const;

/** What the board can be ordered by. */
export const SORTS = [
  ...(['urgency', '-priority', 'priority', '-raisedAt', 'raisedAt', '-receivedAt', 'receivedAt', 'dueAt'] as const),
];

/** One of these orders. */
export type BoardSort = (typeof SORTS)[number];

const identifiers = z.optional(
  z.pipe(
    z.pipe(
      z.string().check(z.maxLength(2_000)),
      z.transform((text) => text.split(',')),
    ),
    z.array(z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^\P{Cc}+$/u))).check(z.maxLength(50)),
  ),
);
const yesOrNo = z.optional(z.enum(['true', 'false']));
const day = z.optional(
  z.string().check(
    z.regex(/^\d{4}-\d{2}-\d{2}$/),
    z.refine((text) => !Number.isNaN(Date.parse(`${text}T00:00:00Z`))),
  ),
);

const schema = z.object({
  layout: z.optional(z.enum(['stages', 'list'])),
  sort: z.optional(z.enum(SORTS)),
  /** On narrow screens: the stages that are folded. */
  folded: identifiers,
  q: z.optional(z.string().check(z.minLength(1), z.maxLength(300), z.regex(/^\P{Cc}*$/u))),
  stage: identifiers,
  level: someOf(LEVELS),
  ownerId: identifiers,
  csmId: identifiers,
  accountId: identifiers,
  tier: someOf([...TIERS, 'unknown']),
  severity: someOf(SEVERITIES),
  door: someOf(DOORS),
  rootCause: someOf(ROOT_CAUSES),
  status: someOf(STATUSES),
  /** Absent: what is open, paused or in its follow-up. */
  open: z.optional(z.enum(['true', 'false', 'any'])),
  overdue: yesOrNo,
  due_within: z.optional(z.string().check(z.regex(/^P(?!$)(\d{1,3}D)?(T(?=\d)(\d{1,3}H)?(\d{1,3}M)?)?$/))),
  acknowledged: yesOrNo,
  unheard: yesOrNo,
  breached: yesOrNo,
  quiet: yesOrNo,
  escalationManagerId: identifiers,
  sponsorId: identifiers,
  taskOwnerId: identifiers,
  teamMemberId: identifiers,
  umbrellaId: identifiers,
  policyVersion: identifiers,
  awaiting_approval: yesOrNo,
  level_set: yesOrNo,
  ever_paused: yesOrNo,
  promised_today: z.optional(z.literal('true')),
  /** Days in the person's own zone, both included. */
  raised_from: day,
  raised_to: day,
});

/** What the address of this page may say. */
export type BoardSearch = z.infer<typeof schema>;

/** Reads it. */
export function readBoardSearch(given: Record<string, unknown>): BoardSearch {
  return readSearch(schema, given);
}
