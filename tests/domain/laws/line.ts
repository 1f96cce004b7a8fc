import type { Clock, Escalation } from '../../../domain/escalation/state';
import type { Person } from '../../../domain/people';

const UPWARDS = ['manager', 'director', 'vp'];

/** Delegates of delegates count so far. */
const FURTHEST = 5;

/** Whether somebody is here, told without the domain's help. */
export function here({ available, absences, leftAt }: Person, at: number): boolean {
  const left = leftAt !== undefined && at >= leftAt;
  return available && !left && !(absences ?? []).some(({ fromAt, untilAt }) => at >= fromAt && at < untilAt);
}

/** Who answers for somebody: they themselves, or the first of their delegates' delegates who is here. */
export function standIn(state: Escalation, person: Person | undefined, at: number): Person | undefined {
  const asked = [person];
  for (let one = person; one && asked.length <= FURTHEST + 1; asked.push(one)) {
    if (here(one, at)) return one;
    const absence = one.absences?.find(({ fromAt, untilAt }) => at >= fromAt && at < untilAt);
    one = absence?.delegateId ? state.people[absence.delegateId] : undefined;
  }
  return undefined;
}

/** Who is on duty: by the rota, else the first of the policy's list who is here. */
export function onDuty(state: Escalation, at: number): Person | undefined {
  const shift = state.duty.find(({ fromAt, toAt }) => at >= fromAt && at < toAt);
  const answering = shift && standIn(state, state.people[shift.personId], at);
  if (answering) return answering;
  const known = state.policy.dutyManagerIds.flatMap((id) => state.people[id] ?? []);
  return known.find((one) => here(one, at)) ?? known[0];
}

/** Those above somebody, or who stand in for them, nearest first. */
export function above(state: Escalation, id: string, at: number): Person[] {
  const met = [id];
  const line: Person[] = [];
  for (let next = state.people[id]?.managerId; next && !met.includes(next); next = state.people[next]?.managerId) {
    met.push(next);
    const person = standIn(state, state.people[next], at);
    if (person && person.id !== id && !line.some((one) => one.id === person.id)) line.push(person);
  }
  return line;
}

/** Whom a clock watches at a moment (docs/process.md "The chain"); an oracle beside the domain's own answer. */
export function watchedBy(state: Escalation, clock: Clock, at: number): Person | undefined {
  const { ownerId, people, complaint } = state;
  const [kind, id] = clock.id.split(':', 2);
  if (kind === 'commitment') return people[state.commitments.find((one) => one.id === id)?.responsibleId ?? ''];
  if (kind === 'task') return people[state.tasks.find((one) => one.id === id)?.personId ?? ''];
  if (kind === 'approval') return people[state.approvals.find((one) => one.id === id)?.approverId ?? ''];
  if (!ownerId) return onDuty(state, at);
  if (clock.id !== 'check-in') return people[ownerId];
  const csm = complaint.account.csmId ? people[complaint.account.csmId] : undefined;
  return csm ?? above(state, ownerId, at)[0] ?? people[ownerId];
}

/** Who hears of a clock in place of whom it watches, while that one is away. */
export function remindedBy(state: Escalation, clock: Clock, at: number): Person | undefined {
  const watched = watchedBy(state, clock, at);
  return standIn(state, watched, at) ?? watched;
}

/** Those whom a breach of this clock goes up to at a moment, from the bottom up. */
export function lineOf(state: Escalation, clock: Clock, at: number): Person[] {
  const watched = watchedBy(state, clock, at);
  if (!watched) return [];
  const isCsm = watched.id === state.complaint.account.csmId;
  const mayAct = watched.roles.some((role) => UPWARDS.includes(role));
  const noOwnerYet = !state.ownerId && !clock.id.includes(':');
  const begins = here(watched, at) && (noOwnerYet || (clock.id === 'check-in' && !isCsm && mayAct));
  return [...(begins ? [watched] : []), ...above(state, watched.id, at)].slice(0, 3);
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
