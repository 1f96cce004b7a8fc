import type { Approval } from '../../../domain/escalation/approvals/approval';
import type { Clock, Escalation } from '../../../domain/escalation/state';
import type { Actor } from '../../../domain/people';
import { findStep } from '../../../domain/steps/plan';
import { asksFor } from './allowed';
import { clockBy, remindedBy, standIn, waits, watchedBy } from './line';

type Body = Record<string, unknown>;
type Test = (state: Escalation, by: Actor, body: Body, now: number) => boolean;

/** Whether somebody is this person, or stands in for them while they are away. */
function isOrStandsIn(state: Escalation, id: string | null | undefined, by: Actor, now: number): boolean {
  return id === by.id || (!!id && standIn(state, state.people[id], now)?.id === by.id);
}

const byRole: Test = (_state, by) => by.roles.some((role) => ['manager', 'director', 'vp'].includes(role));
/** Of a command: also who was named to manage this one, with the full authority of a manager on it. */
const upwards: Test = (state, by, body, now) => byRole(state, by, body, now) || state.escalationManagerId === by.id;
const owner: Test = (state, by, _body, now) => isOrStandsIn(state, state.ownerId, by, now);
const csm: Test = (state, by, _body, now) => isOrStandsIn(state, state.complaint.account.csmId, by, now);
/** A contributor of Legal, for themselves. */
const ofLegal: Test = (state, by, { personId }) =>
  by.roles.includes('contributor') && state.people[by.id]?.function === 'legal' && (personId ?? by.id) === by.id;
const anyone: Test = () => true;
const any =
  (...tests: Test[]): Test =>
  (state, by, body, now) =>
    tests.some((test) => test(state, by, body, now));

/** Of the clocks that have run out and are asked for, at least one is theirs to answer. */
const answersFor: Test = (state, by, { clockId }, now) =>
  state.clocks.some(
    (clock) =>
      (clockId === undefined || clock.id === clockId) &&
      clock.state === 'breached' &&
      waits(clock) &&
      answersForClock(state, clock, by, now),
  );

const promised: Test = (state, by, { commitmentId }, now) => {
  const promise = state.commitments.find(({ id }) => id === commitmentId);
  if (!promise || !isOrStandsIn(state, promise.responsibleId, by, now)) return false;
  const clock = state.clocks.find(({ id }) => id === `commitment:${promise.id}`);
  return clock !== undefined && waits(clockBy(state, clock.id));
};

/** An open task of theirs. */
const hasTask: Test = (state, by, { taskId }, now) => {
  const task = state.tasks.find(({ id }) => id === taskId);
  return task?.state === 'open' && isOrStandsIn(state, task.personId, by, now);
};

/** Whom the owner offers it to. */
const offered: Test = (state, by) => state.handOver?.toId === by.id;

/** Before the intake a manager who names themselves as the owner, afterwards the owner. */
const solver: Test = (state, by, body, now) => {
  if (state.ownerId) return owner(state, by, body, now);
  const { intake } = body as { intake?: { ownerId?: string } };
  return byRole(state, by, body, now) && (intake === undefined || intake.ownerId === by.id);
};

/** Who is asked for this decision; where another one is named, for any that is open, or ever was. */
const decides: Test = ({ approvals, ...state }, by, { approvalId }, now) => {
  const open = approvals.filter((one) => one.state === 'open');
  const named = open.find(({ id }) => id === approvalId);
  const own = (id: string) => by.id === id || by.id === state.ownerId;
  const asked = (one: Approval) => asksFor({ ...state, approvals }, one, by.id, now);
  if (named) return asked(named);
  return open.length > 0 ? open.some(asked) : approvals.some((one) => asked(one) || own(one.requestedBy.id));
};

/** Where somebody has to see messages first, that is not for whose messages they are to end. */
const maySayNoThreat: Test = (state, by, body, now) => {
  const { messageApproval } = state.policy;
  if (body.threatensLegal !== false || state.complaint.threatensLegal !== true || messageApproval === null) return true;
  return upwards(state, by, body, now) || messageApproval.approverIds.includes(by.id);
};

/** Who may do what (docs/roles.md), written once more by hand: an oracle beside the domain's own definitions. */
const TABLE: Readonly<Record<string, Test>> = {
  intake: byRole,
  investigation: owner,
  solution: owner,
  'customer-update': owner,
  closure: owner,
  'check-in': csm,
  'legal-review': (state, by, body, now) =>
    state.ownerId !== by.id && (ofLegal(state, by, body, now) || byRole(state, by, body, now)),
  merge: any(owner, upwards),
  link: any(owner, csm, upwards),
  unlink: any(owner, csm, upwards),
  'join-umbrella': any(owner, upwards),
  'leave-umbrella': any(owner, upwards),
  'add-to-team': any(owner, upwards),
  'remove-from-team': any(owner, upwards),
  'add-task': any(owner, upwards),
  'change-task': any(owner, upwards),
  'complete-task': any(owner, upwards, hasTask),
  'drop-task': any(owner, upwards),
  'name-escalation-manager': any(owner, upwards),
  'name-sponsor': any(owner, upwards),
  'name-counterpart': any(owner, upwards),
  'take-charge': any(owner, upwards, answersFor),
  amend: (state, by, body, now) =>
    any(owner, csm, upwards)(state, by, body, now) && maySayNoThreat(state, by, body, now),
  reassign: upwards,
  'interim-update': any(owner, upwards),
  'record-contact': any(owner, csm, upwards),
  'keep-commitment': any(owner, upwards, promised),
  'add-commitment': any(owner, upwards),
  'move-commitment': any(owner, upwards),
  'replace-commitment': any(owner, upwards),
  'request-approval': any(owner, upwards),
  'decide-approval': any(upwards, decides),
  'withdraw-approval': any(owner, upwards),
  'add-note': anyone,
  reopen: any(owner, csm, upwards),
  withdraw: any(upwards, (state, by, body, now) => state.rules < 2 && owner(state, by, body, now)),
  pause: any(owner, upwards),
  resume: any(owner, upwards),
  'override-priority': upwards,
  'reapply-policy': upwards,
  'hand-over': owner,
  'take-back-hand-over': owner,
  'accept-hand-over': offered,
  'decline-hand-over': offered,
  'resolve-at-once': solver,
  activate: upwards,
  'report-import': (state, by) => state.raisedBy.id === by.id,
};

/** Whether this person may act on everything that has run out. */
export function answersForAll(state: Escalation, by: Actor, now: number): boolean {
  return owner(state, by, {}, now) || upwards(state, by, {}, now);
}

/** Whether a clock watches this person, or somebody whom they stand in for. */
export function answersForClock(state: Escalation, clock: Clock, by: Actor, now: number): boolean {
  return watchedBy(state, clock, now)?.id === by.id || remindedBy(state, clock, now)?.id === by.id;
}

/** Of a step that the table does not know its definition says it. */
function asDefined(name: string): Test {
  const who = findStep(name)?.by ?? [];
  return (state, by, body, now) =>
    who.some((one) => {
      if (one === 'the-owner') return owner(state, by, body, now);
      return one === 'the-csm' ? csm(state, by, body, now) : by.roles.some((role) => role === one);
    });
}

/** Whether this person may do this here, by the table. */
export function roleOnStage(name: string, state: Escalation, by: Actor, body: Body, now: number): boolean {
  return (TABLE[name] ?? asDefined(name))(state, by, body, now);
}
