import type { Person } from '../people';
import { asActor } from '../people';
import { findStep } from '../steps/plan';
import type { Action } from './actions';
import { mayDo } from './actions';
import { isHeld, TOWARDS_DECISION, wordsForApproval } from './approvals/waiting-approval';
import { chainPeople, commitmentOf, csmOf, remindedOf, responsibleFor } from './chain';
import { clockOf, isActive } from './clocks';
import { forOffer } from './hand-over/waiting-offer';
import { knownPerson } from './known';
import { standInFor } from './presence';
import { missingBefore, stageOf } from './stage';
import { towardsTask, wordsForTask } from './tasks/waiting-task';
import type { Clock, Escalation } from './state';
import { awaitsShared } from './together/shared-steps';

/** A step or a command by its name. */
export type Doable = Pick<Action, 'name' | 'kind'>;

/** Something that waits for one person. */
export interface Waiting {
  personId: string;
  why:
    'clock' | 'step' | 'commitment' | 'task' | 'approval' | 'acknowledge' | 'check-in' | 'broken-promise' | 'hand-over';
  /** What waits, in words. */
  what: string;
  clockId: string | null;
  commitmentId: string | null;
  dueAt: number | null;
  breached: boolean;
  /** The one next thing that they may do about it. */
  action: Doable | null;
  /** `take-charge`, while the chain goes up. */
  beside: Doable | null;
}

const WORDS: Readonly<Record<string, string>> = {
  intake: 'Acknowledge in person, and name the owner',
  investigation: 'Find out in full what happened',
  solution: 'Decide what is done about it',
  'customer-update': 'Give the customer the full account',
  closure: 'Close it in person, with the root cause',
  'check-in': 'Ask the customer whether they are better off',
  'keep-informed': 'Give the customer word of how it stands',
};

const TAKE_CHARGE: Doable = { kind: 'command', name: 'take-charge' };

/**
 * What waits for whom: each clock for the person whom it watches and, while its chain goes up, for everybody told of it;
 * beside them the next step where it has no clock. Of quiet escalations and of ended ones nothing does.
 */
export function waitingIn(state: Escalation, now: number): Waiting[] {
  if (state.quiet || state.status === 'withdrawn' || state.status === 'merged') return [];
  return [
    ...state.clocks.filter(isActive).flatMap((clock) => forClock(state, clock, now)),
    ...forNextStep(state, now),
    ...forOffer(state, now),
  ];
}

function forClock(state: Escalation, clock: Clock, now: number): Waiting[] {
  const responsible = responsibleFor(state, clock, now);
  const answering = remindedOf(state, clock, now);
  const climbing = clock.chain !== null && (clock.chain.heldUntil ?? 0) <= now;
  const theirIds = [responsible?.id, answering?.id];
  const told = climbing ? toldOf(state, clock, now).filter(({ id }) => !theirIds.includes(id)) : [];
  const what = wordsFor(state, clock);
  const theirs = responsible ? [waiting(state, clock, { person: responsible, what, climbing, now })] : [];
  const inTheirPlace = responsible && answering && answering.id !== responsible.id;
  const standing = `For ${responsible?.name}, who is away: ${what}`;
  if (inTheirPlace) theirs.push(waiting(state, clock, { person: answering, what: standing, climbing, now }));
  const overdue = `Overdue${responsible ? ` with ${responsible.name}` : ''}: ${what}`;
  return [...theirs, ...told.map((person) => waiting(state, clock, { person, what: overdue, climbing, now }))];
}

/** Those of a chain whom its rungs have reached in this run. */
function toldOf(state: Escalation, clock: Clock, now: number): Person[] {
  return chainPeople(state, clock, now).slice(0, clock.chain?.fired ?? 0);
}

interface For {
  person: Person;
  what: string;
  climbing: boolean;
  now: number;
}

function waiting(state: Escalation, clock: Clock, { person, what, climbing, now }: For): Waiting {
  const possible = possibleFor(state, person, now);
  const charge = climbing ? possible([TAKE_CHARGE]) : null;
  const action = possible(towards(state, clock)) ?? charge;
  return {
    personId: person.id,
    why: whyOf(state, clock),
    what,
    clockId: clock.id,
    commitmentId: commitmentOf(state, clock)?.id ?? null,
    dueAt: clock.dueAt,
    breached: clock.state === 'breached',
    action,
    beside: action === charge ? null : charge,
  };
}

/** The first of these that this person may do now. */
function possibleFor(state: Escalation, person: Person, now: number): (wanted: readonly Doable[]) => Doable | null {
  const actor = asActor(person);
  return (wanted) => wanted.find((one) => mayDo(state, one, actor, now)) ?? null;
}

function whyOf(state: Escalation, clock: Clock): Waiting['why'] {
  if (clock.for === 'commitment')
    return commitmentOf(state, clock)?.state === 'broken' ? 'broken-promise' : 'commitment';
  if (clock.for === 'task') return 'task';
  if (clock.for === 'approval') return 'approval';
  if (clock.id === 'intake') return 'acknowledge';
  return clock.id === 'check-in' ? 'check-in' : 'clock';
}

/** What a step asks for; of one that is not among the shipped ones its title. */
function stepWords(name: string): string {
  return WORDS[name] ?? findStep(name)?.title ?? name;
}

function wordsFor(state: Escalation, clock: Clock): string {
  if (clock.for === 'commitment') return commitmentOf(state, clock)?.text ?? clock.id;
  if (clock.for === 'task') return wordsForTask(state, clock);
  if (clock.for === 'approval') return wordsForApproval(state, clock);
  if (clock.id === 'check-in' && !csmOf(state)) return 'Name a CSM, who asks the customer whether they are better off';
  const before = missingBefore(state, clock.id)[0];
  const words = stepWords(clock.id);
  if (state.umbrella && awaitsShared(state, clock.id)) return `${words}: ${state.umbrella.ref} does it for all`;
  return before ? `${words}, once the ${before.replaceAll('-', ' ')} is done` : words;
}

/** What answers a clock, the nearest first: what must come before it, else what it watches itself. */
function towards(state: Escalation, clock: Clock): readonly Doable[] {
  if (clock.for === 'commitment') return [{ kind: 'command', name: 'keep-commitment' }];
  if (clock.for === 'task') return towardsTask(state, clock);
  if (clock.for === 'approval') return TOWARDS_DECISION;
  if (clock.for === 'keep-informed') return [{ kind: 'command', name: 'interim-update' }];
  const name = missingBefore(state, clock.id)[0] ?? clock.id;
  const step: Doable = { kind: 'step', name };
  return clock.id === 'check-in' && !csmOf(state) ? [step, { kind: 'command', name: 'amend' }] : [step];
}

/** The owner's next step where no clock of its own watches it: the solution, or the closure once nothing is owed. */
function forNextStep(state: Escalation, now: number): Waiting[] {
  const name = state.status === 'open' ? stageOf(state) : null;
  const owner = knownPerson(state, state.ownerId);
  const answering = owner && (standInFor(state, owner, now) ?? owner);
  const planned = state.plan.find((step) => step.name === name);
  if (!owner || !answering || !name || !planned || planned.clock !== null || isHeld(state, name)) return [];
  if (name === 'closure' && state.commitments.some((one) => one.state === 'open' || one.state === 'broken')) return [];
  const action = possibleFor(state, owner, now)([{ kind: 'step', name }]);
  if (!action) return [];
  const update = name === 'solution' ? clockOf(state, 'customer-update') : undefined;
  const within = update && isActive(update) ? update : null;
  const ids = [...new Set([owner.id, answering.id])];
  return ids.map((personId) => ({
    ...{ personId, why: 'step', what: stepWords(name), clockId: null, commitmentId: null },
    ...{ dueAt: within?.dueAt ?? null, breached: within?.state === 'breached', action, beside: null },
  }));
}
