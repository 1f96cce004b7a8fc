import type { Clock, Escalation } from '../../../domain/escalation/state';
import type { Person } from '../../../domain/people';

const UPWARDS = ['manager', 'director', 'vp'];

/** The first of the policy's list who is here, told without the domain's help. */
function onDuty(state: Escalation): Person | undefined {
  const known = state.policy.dutyManagerIds.flatMap((id) => state.people[id] ?? []);
  return known.find((one) => one.available) ?? known[0];
}

/** Those above somebody who are here, nearest first. */
function above(state: Escalation, id: string): Person[] {
  const met = [id];
  const line: Person[] = [];
  for (let next = state.people[id]?.managerId; next && !met.includes(next); next = state.people[next]?.managerId) {
    met.push(next);
    const person = state.people[next];
    if (person?.available) line.push(person);
  }
  return line;
}

/** Whom a clock watches, as PROCESS.md says it; an oracle beside the domain's own answer. */
export function watchedBy(state: Escalation, clock: Clock): Person | undefined {
  const { ownerId, people, complaint } = state;
  if (clock.id.startsWith('commitment:')) {
    const promise = state.commitments.find(({ id }) => clock.id === `commitment:${id}`);
    return promise && people[promise.responsibleId];
  }
  if (!ownerId) return onDuty(state);
  if (clock.id !== 'check-in') return people[ownerId];
  const csm = complaint.account.csmId ? people[complaint.account.csmId] : undefined;
  return csm ?? above(state, ownerId)[0] ?? people[ownerId];
}

/** Those whom a breach of this clock goes up to, from the bottom up. */
export function lineOf(state: Escalation, clock: Clock): Person[] {
  const watched = watchedBy(state, clock);
  if (!watched) return [];
  const isCsm = watched.id === state.complaint.account.csmId;
  const mayAct = watched.roles.some((role) => UPWARDS.includes(role));
  const noOwnerYet = !state.ownerId && !clock.id.startsWith('commitment:');
  const begins = watched.available && (noOwnerYet || (clock.id === 'check-in' && !isCsm && mayAct));
  return [...(begins ? [watched] : []), ...above(state, watched.id)].slice(0, 3);
}

/** Whether a clock still waits for its answer. */
export function waits(clock: Clock): boolean {
  return clock.state === 'running' || (clock.state === 'breached' && clock.metAt === null);
}

/** The clock of a state by its id. */
export function clockBy(state: Escalation, id: string): Clock {
  const clock = state.clocks.find((one) => one.id === id);
  if (!clock) throw new Error(`no clock ${id}`);
  return clock;
}
