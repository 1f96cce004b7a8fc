import { nextOpen } from '../calendar/hours';
import type { ChainLevel, Policy } from '../policy';
import type { Person } from '../people';
import { holdsAny, isHere, MANAGER_UPWARDS } from '../people';
import { knownPerson } from './known';
import { standInFor } from './presence';
import type { Clock, Escalation } from './state';
import { termsOf } from './terms';

const LEVELS: readonly ChainLevel[] = ['manager', 'director', 'vp'];

/** A line longer than this is a mistake in the directory. */
const LONGEST_LINE = 10;

/** One rung of a chain and when it may fire. */
export interface Rung {
  at: number;
  rung: ChainLevel | 'everyone';
  to: readonly Person[];
}

/** What says who is on duty: the rota, the policy's list, and who of them is here. */
export type DutyPicture = Pick<Escalation, 'people' | 'duty'> & { policy: Pick<Policy, 'dutyManagerIds'> };

/** Whose shift it is by the rota, whether they are here or not. */
export function onShift(state: Pick<DutyPicture, 'people' | 'duty'>, at: number): Person | null {
  return knownPerson(state, state.duty.find(({ fromAt, toAt }) => fromAt <= at && at < toAt)?.personId);
}

/**
 * The duty manager: who is on the rota at that moment, or stands in for them; where it has nobody, the first of the
 * policy's list who is here, else the first that is known at all.
 */
export function dutyManager(state: DutyPicture, at: number): Person | null {
  const shift = onShift(state, at);
  const answering = shift && standInFor(state, shift, at);
  if (answering) return answering;
  const listed = state.policy.dutyManagerIds.flatMap((id) => knownPerson(state, id) ?? []);
  return listed.find((one) => isHere(one, at)) ?? listed[0] ?? null;
}

/** Whether the clock is the one of the first answer, which runs before there is an owner. */
export function beforeOwner(state: Escalation, clock: Clock): boolean {
  return (clock.for === 'step' || clock.for === 'keep-informed') && state.ownerId === null;
}

/**
 * The person whom a clock watches: who promised, has the task or is asked to decide; the duty manager before there is an
 * owner, the CSM for the check-in, else the owner.
 */
export function responsibleFor(state: Escalation, clock: Clock, at: number): Person | null {
  if (clock.for === 'commitment') return knownPerson(state, commitmentOf(state, clock)?.responsibleId);
  if (clock.for === 'task') return knownPerson(state, taskOf(state, clock)?.personId);
  if (clock.for === 'approval') return knownPerson(state, approvalOf(state, clock)?.approverId);
  if (clock.id === 'check-in') return csmOf(state) ?? ownersManager(state, at) ?? knownPerson(state, state.ownerId);
  return beforeOwner(state, clock) ? dutyManager(state, at) : knownPerson(state, state.ownerId);
}

/** Who is reminded of a clock: whom it watches, or their delegate while they are away. */
export function remindedOf(state: Escalation, clock: Clock, at: number): Person | null {
  const responsible = responsibleFor(state, clock, at);
  return responsible && (standInFor(state, responsible, at) ?? responsible);
}

/** The account's CSM, where one is known. */
export function csmOf(state: Escalation): Person | null {
  return knownPerson(state, state.complaint.account.csmId);
}

/** The commitment that a clock watches. */
export function commitmentOf(state: Escalation, clock: Clock) {
  return state.commitments.find(({ id }) => clock.id === `commitment:${id}`);
}

/** The task that a clock watches. */
export function taskOf(state: Escalation, clock: Clock) {
  return state.tasks.find(({ id }) => clock.id === `task:${id}`);
}

/** The decision that a clock watches. */
export function approvalOf(state: Escalation, clock: Clock) {
  return state.approvals.find(({ id }) => clock.id === `approval:${id}`);
}

/** The first person above the owner who is here. */
function ownersManager(state: Escalation, at: number): Person | null {
  return state.ownerId ? (lineAbove(state, state.ownerId, at)[0] ?? null) : null;
}

/** The people above somebody along `managerId`, nearest first; who is away is stood in for, or passed over. */
export function lineAbove(state: Escalation, personId: string, at: number): Person[] {
  const line: Person[] = [];
  for (const next of upwardsFrom(state, personId)) {
    const told = standInFor(state, next, at);
    if (told && told.id !== personId && !line.includes(told)) line.push(told);
  }
  return line;
}

/** Everybody above somebody along `managerId`, nearest first, here or not. */
export function upwardsFrom<One extends Pick<Person, 'managerId'>>(
  state: { people: Readonly<Record<string, One>> },
  personId: string,
): One[] {
  const line: One[] = [];
  const seen = new Set([personId]);
  let above = knownPerson(state, personId)?.managerId ?? null;
  while (above !== null && !seen.has(above) && seen.size <= LONGEST_LINE) {
    seen.add(above);
    const next: One | null = knownPerson(state, above);
    if (next) line.push(next);
    above = next?.managerId ?? null;
  }
  return line;
}

/**
 * The people of a clock's chain at a moment, from the bottom up, as many as the policy has it. Before there is an owner
 * the duty manager is its first rung; afterwards it begins above the responsible person.
 */
export function chainPeople(state: Escalation, clock: Clock, at: number): Person[] {
  const responsible = responsibleFor(state, clock, at);
  if (!responsible) return [];
  const above = lineAbove(state, responsible.id, at);
  const startsWithThem = beforeOwner(state, clock) || standsInForCsm(state, clock, responsible);
  const line = startsWithThem && isHere(responsible, at) ? [responsible, ...above] : above;
  return line.slice(0, termsOf(state).chainLength);
}

/** Without a CSM the owner's manager answers for the check-in: there is nobody below them to remind. */
function standsInForCsm(state: Escalation, clock: Clock, responsible: Person): boolean {
  return clock.id === 'check-in' && responsible.id !== state.complaint.account.csmId && managerUpwards(responsible);
}

function managerUpwards(one: Person): boolean {
  return holdsAny(one, MANAGER_UPWARDS);
}

/** How many rungs of this chain go up one by one before it goes on bundled. */
export function loudRungs(state: Escalation, people: readonly Person[]): number {
  return termsOf(state).loudRounds * Math.max(1, people.length);
}

/**
 * The chain's next rung; null while it has none (quiet, ended).
 * @param now where it is later than the rung was due (an outage), the recipient's hours are asked anew from then
 */
export function nextRung(state: Escalation, clock: Clock, now = 0): Rung | null {
  if (!clock.chain || state.quiet) return null;
  const { fired } = clock.chain;
  const nextAt = Math.max(clock.chain.nextAt, now);
  const people = chainPeople(state, clock, nextAt);
  if (people.length === 0) return { at: nextAt, rung: 'everyone', to: [] };
  if (fired >= loudRungs(state, people)) return everyone(state, people, nextAt);
  const index = fired % people.length;
  const to = people[index] as Person;
  return { at: openFor(state, to, index, nextAt), rung: levelOf(to, index), to: [to] };
}

/** The bundled rung fires as soon as it may reach anyone, and reaches those whom it may reach then. */
function everyone(state: Escalation, people: readonly Person[], nextAt: number): Rung {
  const openAt = people.map((one, index) => openFor(state, one, index, nextAt));
  const at = Math.min(...openAt);
  return { at, rung: 'everyone', to: people.filter((_, index) => openAt[index] === at) };
}

function openFor(state: Escalation, to: Person, index: number, at: number): number {
  const hours = state.policy.loudness[state.priority.level].rungs[levelOf(to, index)];
  return nextOpen(hours, state.policy, to.zone, at);
}

/** Whether word of this escalation may reach somebody at a moment, by the loudness of its level. */
export function mayReach(state: Escalation, to: Person, at: number): boolean {
  return openFor(state, to, 0, at) === at;
}

/**
 * Which rung somebody is: by the highest role they hold, since above a manager who owns the line begins with the
 * director; whoever holds none of them, by their place in the line.
 */
function levelOf(to: Person, index: number): ChainLevel {
  return LEVELS.findLast((level) => to.roles.includes(level)) ?? (LEVELS[index] as ChainLevel);
}
