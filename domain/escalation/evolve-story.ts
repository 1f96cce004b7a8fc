import type { EventType } from './events';
import type { Evolver } from './evolver';
import { owe } from './evolve-deliveries';
import type { Escalation } from './state';

const stepCompleted: Evolver<'step.completed'> = (state, { at, actor, data }) => {
  if (!actor) throw new Error('step.completed without a person');
  const steps = state.steps.map((step) =>
    step.name === data.step ? { ...step, completedAt: data.occurredAt, completedBy: actor } : step,
  );
  // Where it was done the world has heard of it already.
  if (data.sharedFrom) return { ...state, steps };
  const id = `${data.step}.${data.round}`;
  const work = { kind: 'step-work' as const, step: data.step, round: data.round, by: actor, body: data.body };
  const signed = data.step === 'intake' ? { signerId: actor.id, acknowledgedAt: data.occurredAt } : {};
  return owe({ ...state, steps, ...signed }, { id, requestedAt: at, overdue: false, ...work });
};

const ownerAssigned: Evolver<'owner.assigned'> = (state, { data }) => ({
  ...state,
  ownerId: data.ownerId,
  handOver: null,
});

const latest = (before: number | null, at: number) => Math.max(before ?? at, at);

const customerInformed: Evolver<'customer.informed'> = (state, { at, actor, data }) => {
  const asked = data.asks === true ? { askedAt: latest(state.askedAt, data.occurredAt) } : {};
  const next = { ...state, lastContactAt: latest(state.lastContactAt, data.occurredAt), ...asked };
  if (!data.deliveryId || !actor) return next;
  const { subject, body } = data.message;
  const message = { kind: 'customer-message' as const, by: actor, subject: subject ?? '', body };
  return owe(next, { id: data.deliveryId, requestedAt: at, overdue: false, ...message });
};

const contactRecorded: Evolver<'contact.recorded'> = (state, { data }) => {
  if (data.direction === 'from-customer') return { ...state, heardAt: latest(state.heardAt, data.occurredAt) };
  const asked = data.asks === true ? { askedAt: latest(state.askedAt, data.occurredAt) } : {};
  return { ...state, lastContactAt: latest(state.lastContactAt, data.occurredAt), ...asked };
};

const attempted: Evolver<'check-in.attempted'> = (state, { at }) => ({
  ...state,
  unreachedAt: [...state.unreachedAt, at],
});

const closed: Evolver<'escalation.closed'> = (state, { at }) => ({ ...state, status: 'closed', closedAt: at });

const settled: Evolver<'escalation.settled'> = (state, { at, data }) => ({
  ...state,
  status: 'settled',
  settledAt: at,
  outcome: data.outcome,
});

/** Another round: what was acknowledged stays acknowledged, everything after it is to be done again. */
const reopened: Evolver<'escalation.reopened'> = (state, { data: { round, plan = state.plan } }) => ({
  ...state,
  status: 'open',
  round,
  plan,
  steps: state.steps
    .filter(({ name }) => plan.some((step) => step.name === name))
    .map((step) => (step.name === 'intake' ? step : { ...step, completedAt: null, completedBy: null })),
  unreachedAt: [],
  closedAt: null,
  settledAt: null,
  outcome: null,
});

const withdrawn: Evolver<'escalation.withdrawn'> = (state) => ({ ...state, status: 'withdrawn' });

const policyApplied: Evolver<'policy.applied'> = (state, { data }) => ({ ...state, policy: data.policy });

const activated: Evolver<'escalation.activated'> = (state, { at }) => ({
  ...state,
  quiet: false,
  clocks: state.clocks.map((clock) =>
    clock.state === 'breached' && clock.metAt === null
      ? { ...clock, chain: { run: 1, fired: 0, firedAt: null, nextAt: at, heldUntil: null } }
      : clock,
  ),
});

const unchanged = (state: Escalation) => state;

/** How the story itself moves on. */
export const storyEvolvers = {
  'step.completed': stepCompleted,
  'owner.assigned': ownerAssigned,
  'signer.informed': unchanged,
  'customer.informed': customerInformed,
  'contact.recorded': contactRecorded,
  'note.added': unchanged,
  'check-in.attempted': attempted,
  'escalation.closed': closed,
  'escalation.settled': settled,
  'escalation.reopened': reopened,
  'escalation.withdrawn': withdrawn,
  'escalation.activated': activated,
  'policy.applied': policyApplied,
  'import.reported': unchanged,
  'command.rejected': unchanged,
  'time.moved': unchanged,
} satisfies { [T in EventType]?: Evolver<T> };
