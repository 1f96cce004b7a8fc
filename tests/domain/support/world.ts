import * as fc from 'fast-check';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/duration';
import type { Raise } from '../../../domain/escalation/raise';
import type { Complaint } from '../../../domain/intake';
import { DOORS, ORIGINS, SCOPES, SEVERITIES, TIERS } from '../../../domain/intake';
import { asActor } from '../../../domain/people';
import type { Policy } from '../../../domain/policy';
import { SHIPPED_POLICY } from '../../../domain/shipped-policy';
import { STEPS } from '../../../domain/steps/plan';
import { OTHERS } from './bodies-together';
import { CAST, companyOf, LINE_KINDS } from './company';
import { missing, ROTA_KINDS, rotaOf, withMissing, type Missing } from './presence';
import { termsOf, TERMS_KINDS } from './terms';

/** What a sequence begins with, as small numbers that shrink towards the plainest case. */
export interface WorldPlan {
  line: number;
  zones: number;
  away: readonly number[];
  /** Who is away or gone when, and who stands in for them. */
  absent: readonly Missing[];
  /** Which rota there is; none in most worlds. */
  rota: number;
  duty: number;
  tier: number;
  severity: number;
  tone: number;
  since: number;
  csm: number;
  contact: number;
  facts: number;
  /** Minutes after the first of January 2026. */
  startMin: number;
  receivedAgo: number;
  quiet: number;
  /** What the policy says besides the shipped one. */
  terms: number;
}

/** Directories, complaints and moments of every kind, on the policy as shipped. */
export const worldPlans: fc.Arbitrary<WorldPlan> = fc.record({
  line: fc.nat(LINE_KINDS - 1),
  zones: fc.nat(24),
  away: fc.array(fc.nat(CAST.length - 1), { maxLength: 3 }),
  absent: fc.array(missing, { maxLength: 3 }),
  rota: fc.nat(2 * ROTA_KINDS),
  duty: fc.nat(4),
  tier: fc.nat(TIERS.length),
  severity: fc.nat(SEVERITIES.length - 1),
  tone: fc.nat(5),
  since: fc.nat(3),
  csm: fc.nat(6),
  contact: fc.nat(7),
  facts: fc.nat(7),
  startMin: fc.nat(2 * 365 * 24 * 60),
  receivedAgo: fc.nat(11),
  quiet: fc.nat(7),
  terms: fc.nat(TERMS_KINDS - 1),
});

const RECEIVED_AGO_MS = [
  0,
  0,
  0,
  0,
  0,
  MINUTE_MS,
  45 * MINUTE_MS,
  100 * MINUTE_MS,
  2 * HOUR_MS,
  3 * HOUR_MS,
  DAY_MS,
  30 * DAY_MS,
];
const DUTY: readonly (readonly string[])[] = [
  ['mia', 'max'],
  ['max', 'mia', 'dora'],
  ['nobody-knows', 'mia'],
  ['vera'],
  [],
];
const CSM = ['cleo', 'cleo', 'cleo', 'cora', 'nobody-knows', null, null];
const SINCE = [null, '2019-03-01', '2025-06-30', '2023-12-31'];

/** Every step that there is, in one world of eight; the shipped ones in the others. */
function stepsOf({ facts }: WorldPlan): Pick<Policy, 'plan'> {
  return facts === 7 ? { plan: Object.keys(STEPS) } : {};
}

/** In every other world somebody sees messages where legal action is threatened. */
function seenBefore({ tone }: WorldPlan): Pick<Policy, 'messageApproval'> {
  return { messageApproval: tone % 2 === 1 ? { approverIds: ['lena', 'hugo'] } : null };
}

/** Everything that the escalation of a plan is raised with. */
export function raiseOf(plan: WorldPlan): { raise: Raise; now: number } {
  const now = Date.UTC(2026, 0) + plan.startMin * MINUTE_MS;
  const people = withMissing(companyOf(plan), plan.absent, now);
  const by = people.find(({ id }) => id === 'ana') ?? people[0];
  if (!by) throw new Error('a company without people');
  const differs = { ...stepsOf(plan), ...seenBefore(plan), ...termsOf(plan.terms) };
  const policy: Policy = { ...SHIPPED_POLICY, dutyManagerIds: DUTY[plan.duty] ?? [], ...differs };
  return {
    now,
    raise: {
      id: '0199-story',
      ref: 'UP-1042',
      complaint: complaintOf(plan),
      firstEscalation: plan.since !== 2,
      receivedAt: now - (RECEIVED_AGO_MS[plan.receivedAgo] ?? 0),
      quiet: plan.quiet === 7,
      by: asActor(by),
      policy,
      directory: { version: 1, people },
      duty: rotaOf(plan.rota, now),
      ...(plan.startMin % 16 === 15 && OTHERS[0] && { umbrella: OTHERS[0] }),
    },
  };
}

function complaintOf(plan: WorldPlan): Complaint {
  const known = plan.facts % 2 === 0;
  return {
    summary: 'Charged twice for three months',
    narrative: 'Every invoice since August came twice.',
    severity: SEVERITIES[plan.severity] ?? 'other',
    scope: known ? SCOPES[0] : null,
    origin: known ? ORIGINS[0] : null,
    door: DOORS[plan.facts % DOORS.length] ?? 'api',
    contact:
      plan.contact === 7 ? null : { name: 'Noor Haddad', email: plan.contact === 6 ? null : 'noor@northwind.example' },
    public: plan.tone === 5,
    threatensPublic: plan.tone === 4,
    ...(plan.tone === 3 && { threatensLegal: true }),
    externalRef: null,
    account: {
      id: 'northwind',
      name: 'Northwind',
      tier: TIERS[plan.tier] ?? null,
      arr: plan.facts > 3 ? { amount: 48_000_000, currency: 'USD' } : null,
      customerSince: SINCE[plan.since] ?? null,
      csmId: CSM[plan.csm] ?? null,
    },
  };
}
