import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/duration';
import type { Commitment, Escalation } from '../../../domain/escalation/state';

type Body = Record<string, unknown>;
type Writer = (state: Escalation, now: number, variant: number, byId: string) => Body;

const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;

const AHEAD_MS = [DAY_MS, 3 * DAY_MS, 2 * HOUR_MS, 20 * MINUTE_MS, 10 * DAY_MS, -HOUR_MS];
const KEEPERS = ['olu', 'edda', 'ona', 'hugo'];

/** What remedies cost, in cents: within everybody's authority, beyond an owner's, a manager's, a director's. */
const AMOUNTS = [50_000, 1_200_000, 1_200_000, 90_000, 4_000_000, 9_000_000];

const WORDS = [
  'We are on it.',
  'You hear from us tomorrow.',
  'It will be 12,000 USD.',
  'You get 40 000,00 back.',
  'There are 12 of them.',
];

/** Remedies of every size; the same few come again, so that what is allowed meets what is done. */
function remedy(variant: number): Body {
  if (variant % 8 === 7) return { kind: 'policy-exception', description: 'The notice period is waived.' };
  if (variant % 8 > 4) return { kind: 'configuration-change', description: 'The second job is off.' };
  const credit = { amount: pick(AMOUNTS, variant), currency: variant % 16 === 15 ? 'CHF' : 'USD' };
  return {
    kind: 'billing-credit',
    description: 'Both charges are credited.',
    ...(variant % 16 === 0 ? {} : { credit }),
  };
}

function message({ ref, complaint }: Escalation, variant: number): Body {
  const body = pick(WORDS, variant);
  if (complaint.contact?.email && variant % 3 > 0) return { channel: 'mail', subject: `About ${ref}`, body };
  return { channel: 'phone', body };
}

function promise(state: Escalation, now: number, variant: number): Body {
  const tasks = state.tasks.slice(0, 2).map(({ id }) => id);
  return {
    text: `Promise ${state.commitments.length + 1}`,
    dueAt: new Date(now + pick(AHEAD_MS, variant)).toISOString(),
    responsibleId: pick(KEEPERS, variant),
    ...(variant % 4 === 1 ? { remedy: true } : {}),
    ...(variant % 4 > 1 && tasks.length > 0 ? { dependsOn: tasks } : {}),
    ...(variant % 8 === 3 ? { sendAllTheSame: true } : {}),
    message: message(state, variant),
  };
}

function promiseIn({ commitments }: Escalation, is: Commitment['state'], variant: number): string {
  const some = commitments.filter(({ state }) => state === is);
  return some[variant % Math.max(1, some.length)]?.id ?? commitments[0]?.id ?? 'c1';
}

function openApproval({ approvals }: Escalation, variant: number): string {
  const open = approvals.filter(({ state }) => state === 'open');
  return open[variant % Math.max(1, open.length)]?.id ?? approvals[0]?.id ?? 'a1';
}

/** What a plausible body of the solution, of promises and of decisions says, in several variants. */
export const AGREEMENT_WRITERS = {
  solution: (state, _now, variant) => {
    const allowed = state.approvals.find((one) => one.state === 'approved' && one.usedAt === null);
    if (!allowed || allowed.subject.kind !== 'remedy') return remedy(variant);
    if (variant % 4 === 3) return remedy(variant >> 2);
    const { solution: kind, description, amount } = allowed.subject;
    const named = variant % 2 === 0 ? { approvalId: allowed.id } : {};
    return { kind, description, ...(amount ? { credit: amount } : {}), ...named };
  },
  'add-commitment': promise,
  'move-commitment': (state, now, variant) => ({
    commitmentId: promiseIn(state, variant % 4 === 2 ? 'broken' : 'open', variant),
    dueAt: new Date(now + pick(AHEAD_MS, variant >> 1)).toISOString(),
    reason: 'The bank needs a day more.',
    ...(variant % 3 === 0 ? {} : { message: message(state, variant) }),
    ...(variant % 8 === 5 ? { sendAllTheSame: true } : {}),
  }),
  'replace-commitment': (state, now, variant) => ({
    commitmentId: promiseIn(state, 'broken', variant),
    ...promise(state, now, variant),
    reason: 'The first could not be kept.',
  }),
  'request-approval': (_state, _now, variant) => ({
    ...remedy(variant),
    ...(variant % 5 === 4 ? { approverId: pick(['dora', 'vera', 'mia', 'olu'], variant) } : {}),
    ...(variant % 2 === 0 ? { reason: 'They are right.' } : {}),
  }),
  'decide-approval': (state, _now, variant) => ({
    approvalId: openApproval(state, variant),
    decision: variant % 4 === 3 ? 'refused' : 'approved',
    ...(variant % 8 === 7 ? {} : { note: 'Seen.' }),
  }),
  'withdraw-approval': (state, _now, variant) => ({ approvalId: openApproval(state, variant) }),
} satisfies Record<string, Writer>;

/** What happens to a promise that is not kept: a broken one is replaced, mostly; one that is to come gets another date. */
export function promiseChange({ commitments }: Escalation, a: number): 'replace-commitment' | 'move-commitment' {
  const broken = commitments.some(({ state }) => state === 'broken');
  return broken && a % 4 !== 3 ? 'replace-commitment' : 'move-commitment';
}

/** Whoever is most likely the right person to decide what is open: whom it asks, or somebody higher. */
export function deciderOf({ approvals }: Escalation, c: number): string {
  const asked = approvals.findLast(({ state }) => state === 'open')?.approverId ?? 'vera';
  return pick([asked, asked, asked, 'vera', 'dora', 'mia', 'lena', 'olu'], c);
}
