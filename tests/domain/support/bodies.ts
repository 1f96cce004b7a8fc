import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/duration';
import type { Escalation } from '../../../domain/escalation/state';
import type { CommandName } from '../../../domain/commands/commands';
import { SEVERITIES, TIERS } from '../../../domain/intake';
import { CHANNELS } from '../../../domain/message';
import { ROOT_CAUSES } from '../../../domain/root-cause';
import type { StepName } from '../../../domain/steps/plan';
import { AGREEMENT_WRITERS } from './bodies-agreements';
import { POLICY_WRITERS } from './bodies-policies';
import { TEAM_WRITERS } from './bodies-team';
import { TOGETHER_WRITERS } from './bodies-together';
import { onOneCall, WAITING_WRITERS } from './bodies-waiting';

/** The name of anything that a person can do. */
export type DeedName = StepName | CommandName;

/** A body as it would come from outside. */
export type Body = Record<string, unknown>;

const iso = (at: number) => new Date(at).toISOString();

const AGO_MS = [null, 0, 10 * MINUTE_MS, 20 * MINUTE_MS, 70 * MINUTE_MS, 3 * HOUR_MS, 9 * HOUR_MS, 2 * DAY_MS];
const AHEAD_MS = [2 * HOUR_MS, DAY_MS, 3 * DAY_MS, 20 * MINUTE_MS, 10 * DAY_MS];

const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;

/** When something happened before now: mostly not said, or within the escalation's life. */
function happened(state: Escalation, now: number, variant: number): { occurredAt?: string } {
  const ago = pick(AGO_MS, variant);
  if (ago === null) return {};
  return { occurredAt: iso(Math.max(now - ago, state.receivedAt)) };
}

function message(state: Escalation, now: number, variant: number, body: string): Body {
  const channel = state.complaint.contact?.email ? pick(CHANNELS, variant) : pick(CHANNELS.slice(1), variant);
  if (channel === 'mail') return { channel, subject: `About ${state.ref}`, body };
  return { channel, body, ...happened(state, now, variant >> 2) };
}

function acknowledgment(state: Escalation, byId: string, ownerId: string): string {
  const by = state.people[byId];
  const owner = state.people[ownerId];
  return `I am ${by?.name ?? byId}, ${by?.title ?? ''}. I take personal responsibility; ${owner?.name ?? ownerId} owns it.`;
}

type Writer = (state: Escalation, now: number, variant: number, byId: string) => Body;

const OWNERS = ['olu', 'olu', 'ona', 'mia', 'dora', 'max', 'vera', 'ana'];

/** What a plausible body of each step and command says, in several variants. */
const WRITERS: Readonly<Record<DeedName, Writer>> = {
  intake(state, now, variant, byId) {
    const ownerId = pick(OWNERS, variant);
    return { ownerId, acknowledgment: message(state, now, variant >> 1, acknowledgment(state, byId, ownerId)) };
  },
  investigation: (state) => ({
    findings: 'The invoices were made by two jobs.',
    ticketHistoryRead: true,
    csmConsulted: { personId: 'cleo', note: 'A renewal is due.' },
    technicalConsulted: { personId: 'edda', note: 'A job ran twice.' },
    ...(state.complaint.scope ? {} : { scope: 'several-customers' }),
    ...(state.complaint.origin ? {} : { origin: 'external' }),
  }),
  ...POLICY_WRITERS,
  ...AGREEMENT_WRITERS,
  'legal-review': (_state, _now, variant, byId) => ({
    cleared: variant % 4 !== 3,
    opinion: 'Nothing of this admits a debt.',
    ...(byId === 'lena' ? {} : { personId: pick(['lena', 'lena', 'lena', 'edda'], variant) }),
    ...(variant % 2 === 0 ? { conditions: 'No word of the contract.' } : {}),
  }),
  'customer-update': (state, now, variant) => ({
    understood: 'You were charged twice.',
    willDo: 'We credit it and stop the second job.',
    commitments: Array.from({ length: 1 + (variant % 2) }, (_, index) => ({
      text: `Credit ${index + 1}`,
      dueAt: iso(now + pick(AHEAD_MS, (variant >> 1) + index)),
      responsibleId: pick(['olu', 'edda', 'ona', 'hugo'], variant + index),
    })),
    message: message(state, now, variant >> 1, 'This is what we understood, and what we do.'),
  }),
  closure: (state, now, variant) => ({
    message: message(state, now, variant, 'It is done, and I checked it myself.'),
    rootCause: pick(ROOT_CAUSES, variant),
    rootCauseNote: 'Two jobs, one invoice.',
  }),
  'check-in': (_state, _now, variant) =>
    variant % 3 === 0
      ? { reached: false, note: 'No answer.' }
      : { reached: true, improved: variant % 3 === 1, note: 'We spoke.', rating: 1 + (variant % 5) },
  'take-charge': (state, _now, variant) => {
    const clock = state.clocks[variant % (state.clocks.length + 2)];
    return clock ? { clockId: clock.id } : { note: 'I am on it.' };
  },
  amend: (_state, _now, variant) =>
    pick<Body>(
      [
        { tier: pick(TIERS, variant >> 3), reason: 'The contract says so.' },
        { csmId: 'cleo' },
        { severity: pick(SEVERITIES, variant >> 3) },
        variant % 32 < 16 ? { threatensLegal: variant % 16 < 8 } : { threatensPublic: variant % 16 < 8 },
        { csmId: 'cora', summary: 'Charged twice' },
        { contact: { email: 'noor@northwind.example' } },
        { rootCause: pick(ROOT_CAUSES, variant) },
        { customerSince: '2018-05-05' },
        { custom: { region: pick(['EMEA', 'AMER', 'Mars'], variant >> 3) } },
      ],
      variant,
    ),
  reassign: (_state, _now, variant) => ({ ownerId: pick(OWNERS, variant), reason: 'A better fit.' }),
  'interim-update': (state, now, variant) => ({
    message: message(state, now, variant, 'This is what we know so far.'),
    ...(variant % 4 === 1 ? { asks: true } : {}),
  }),
  'record-contact': (state, now, variant) => ({
    channel: pick(CHANNELS, variant),
    body: 'We spoke.',
    direction: variant % 5 === 0 ? 'from-customer' : 'to-customer',
    ...happened(state, now, variant >> 1),
  }),
  'keep-commitment': (state, now, variant) => {
    const owed = state.commitments.filter((one) => one.state === 'open' || one.state === 'broken');
    const commitment = owed[variant % Math.max(1, owed.length)] ?? state.commitments[0];
    return { commitmentId: commitment?.id ?? 'c1', ...happened(state, now, variant >> 1) };
  },
  ...TEAM_WRITERS,
  ...WAITING_WRITERS,
  'resolve-at-once': (state, now, variant, byId) =>
    onOneCall(state, byId, (step) => WRITERS[step](state, now, variant, byId)),
  ...TOGETHER_WRITERS,
  'add-note': () => ({ note: 'Noted.' }),
  reopen: () => ({ reason: 'It happened again.' }),
  withdraw: () => ({ reason: 'It was never ours.' }),
  activate: () => ({}),
  'report-import': () => ({ source: 'tracker.csv', raised: 12, already: 0, skipped: 1 }),
};

/** Everything that a person can do. */
export const DEEDS = Object.keys(WRITERS) as DeedName[];

/** Ways in which a body goes slightly wrong; the first ones leave it as it is. */
const SLIPS: readonly ((body: Body, now: number) => Body)[] = [
  (body) => Object.fromEntries(Object.entries(body).slice(1)),
  (body) => ({ ...body, ownerId: 'nobody-knows' }),
  (body) => ({ ...body, unheardOf: true }),
  (body, now) => withMessage(body, { channel: 'phone', occurredAt: iso(now + HOUR_MS) }),
  (body) => withMessage(body, { channel: 'phone', occurredAt: iso(0) }),
  (body) => withMessage(body, { body: 'Your ticket has been received.' }),
  (body, now) => ({ ...body, commitments: [{ text: 'Too late', dueAt: iso(now - 1), responsibleId: 'olu' }] }),
  () => ({}),
  (body) => ({ ...body, commitmentId: 'c99', clockId: 'no-such-clock' }),
  ({ improved, technicalConsulted, ...body }) => ((improved ?? technicalConsulted) ? body : {}),
  (body) => renamed(body, 'constructor'),
  (body) => renamed(body, '__proto__'),
];

/** Names as a person what every object has. */
function renamed(body: Body, id: string): Body {
  return JSON.parse(
    JSON.stringify(body).replace(/"(olu|ona|mia|dora|max|vera|cleo|cora|edda|hugo)"/g, `"${id}"`),
  ) as Body;
}

function withMessage(body: Body, change: Body): Body {
  const name = 'acknowledgment' in body ? 'acknowledgment' : 'message' in body ? 'message' : null;
  return name ? { ...body, [name]: { ...(body[name] as Body), ...change } } : { ...body, ...change };
}

/** A body for a deed of somebody at a moment; `slip` from 1 makes it slightly wrong, 0 leaves it plausible. */
export function bodyOf(
  deed: DeedName,
  state: Escalation,
  now: number,
  of: { by: string; variant: number; slip: number },
): Body {
  const body = WRITERS[deed](state, now, of.variant, of.by);
  return of.slip > 0 ? pick(SLIPS, of.slip - 1)(body, now) : body;
}
