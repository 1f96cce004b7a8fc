import type { Escalation } from '../../../domain/escalation/state';
import type { Actor } from '../../../domain/people';
import { findStep } from '../../../domain/steps/plan';
import { clockBy, waits, watchedBy } from './line';

type Body = Record<string, unknown>;
type Test = (state: Escalation, by: Actor, body: Body) => boolean;

const upwards: Test = (_state, by) => by.roles.some((role) => ['manager', 'director', 'vp'].includes(role));
const owner: Test = (state, by) => state.ownerId === by.id;
const csm: Test = (state, by) => state.complaint.account.csmId === by.id;
const anyone: Test = () => true;
const any =
  (...tests: Test[]): Test =>
  (state, by, body) =>
    tests.some((test) => test(state, by, body));

/** Of the clocks that have run out and are asked for, at least one is theirs to answer. */
const answersFor: Test = (state, by, { clockId }) =>
  state.clocks.some(
    (clock) =>
      (clockId === undefined || clock.id === clockId) &&
      clock.state === 'breached' &&
      waits(clock) &&
      watchedBy(state, clock)?.id === by.id,
  );

const promised: Test = (state, by, { commitmentId }) => {
  const promise = state.commitments.find(({ id }) => id === commitmentId);
  if (!promise || promise.responsibleId !== by.id) return false;
  const clock = state.clocks.find(({ id }) => id === `commitment:${promise.id}`);
  return clock !== undefined && waits(clockBy(state, clock.id));
};

/** Who may do what, as CONTRACT.md says it: a table beside the domain's own. */
const TABLE: Readonly<Record<string, Test>> = {
  intake: upwards,
  investigation: owner,
  solution: owner,
  'customer-update': owner,
  closure: owner,
  'check-in': csm,
  'take-charge': any(owner, upwards, answersFor),
  amend: any(owner, csm, upwards),
  reassign: upwards,
  'interim-update': any(owner, upwards),
  'record-contact': any(owner, csm, upwards),
  'keep-commitment': any(owner, upwards, promised),
  'add-note': anyone,
  reopen: any(owner, csm, upwards),
  withdraw: any(owner, upwards),
  activate: upwards,
  'report-import': (state, by) => state.raisedBy.id === by.id,
};

/** Whether this person may act on everything that has run out. */
export function answersForAll(state: Escalation, by: Actor): boolean {
  return owner(state, by, {}) || upwards(state, by, {});
}

/** Of a step that the contract does not know its definition says it. */
function asDefined(name: string): Test {
  const who = findStep(name)?.by ?? [];
  return (state, by, body) =>
    who.some((one) => {
      if (one === 'the-owner') return owner(state, by, body);
      return one === 'the-csm' ? csm(state, by, body) : by.roles.some((role) => role === one);
    });
}

/** Whether this person may do this here, by the table. */
export function roleOnStage(name: string, state: Escalation, by: Actor, body: Body): boolean {
  return (TABLE[name] ?? asDefined(name))(state, by, body);
}
