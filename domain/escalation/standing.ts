import type { CommandDefinition } from '../commands/command';
import type { Actor, Role } from '../people';
import { holdsAny, MANAGER_UPWARDS } from '../people';
import { conflict, forbidden } from '../rejection';
import type { StepDefinition, Who } from '../steps/step';
import { isConcerned } from './approvals/deciders';
import { isActive } from './clocks';
import { remindedOf, responsibleFor } from './chain';
import { knownPerson } from './known';
import { standInFor } from './presence';
import { isDone, isFollowUp, missingBefore } from './stage';
import type { Clock, Escalation } from './state';
import { isShared } from './together/shared-steps';
import { listed, whoInWords } from './who-in-words';

const NOT_WHILE_PAUSED = 'is not possible while it is paused for the customer: resume it first.';

/** Refuses, by `Rejected`, a step that this person may not complete now, whatever they would say in it. */
export function checkStep(state: Escalation, step: StepDefinition, by: Actor, now: number): void {
  const { name } = step;
  if (!state.plan.some((planned) => planned.name === name))
    conflict('not-in-plan', `${step.title} is not in the plan of this escalation.`);
  checkNotMerging(state);
  if (isDone(state, name)) conflict('already-done', `${step.title} is done already.`);
  const missing = missingBefore(state, name).map((one) => one.replaceAll('-', ' '));
  if (missing.length > 0 && isAlive(state))
    conflict('too-early', `${step.title} comes after ${listed(missing, 'and')}.`);
  if (state.status === 'paused') conflict('not-open', `${step.title} ${NOT_WHILE_PAUSED}`);
  if (state.umbrella && isShared(state, name) && state.status === 'open') {
    const { ref } = state.umbrella;
    conflict('shared-step', `${step.title} is shared with ${ref}: do it there, or leave the umbrella first.`);
  }
  const status = isFollowUp(name) ? 'closed' : 'open';
  if (state.status !== status)
    conflict('not-open', `${step.title} needs an escalation that is ${status}; this one is ${state.status}.`);
  step.ready?.(state);
  if (!step.by.some((one) => isThem(state, one, by, now))) refusePerson(state, step.by, by, step.title);
}

/** Refuses, by `Rejected`, a command that this person may not give now, whatever its content. */
export function checkCommand(state: Escalation, command: CommandDefinition, by: Actor, now: number): void {
  checkNotMerging(state);
  if (!command.in.includes(state.status)) {
    if (state.status === 'paused' && command.in.includes('open'))
      conflict('not-open', `${command.title} ${NOT_WHILE_PAUSED}`);
    conflict(
      'not-open',
      `${command.title} is possible while it is ${command.in.join(', ')}; this one is ${state.status}.`,
    );
  }
  // The escalation manager has the full authority of a manager on what they are named for (docs/process.md "People").
  const who = state.rules < 2 ? (command.byRules1 ?? command.by) : command.by;
  const asManager = who.some((one) => holdsAny({ roles: MANAGER_UPWARDS }, [one as Role])) && isNamed(state, by);
  if (!asManager && !who.some((one) => isThem(state, one, by, now))) refusePerson(state, who, by, command.title);
  command.ready?.(state, by, now);
}

/** Whether somebody may do here what managers may: by their role, or as this escalation's own manager. */
export function managesHere(state: Escalation, by: Actor): boolean {
  return holdsAny(by, MANAGER_UPWARDS) || isNamed(state, by);
}

/** Whether somebody is the owner, or stands in for the owner who is away. */
export function ownsHere(state: Escalation, by: Actor, now: number): boolean {
  return answersFor(state, state.ownerId, by, now);
}

/** Whether somebody is this person, or stands in for them while they are away. */
export function answersFor(state: Escalation, personId: string | null, by: Actor, now: number): boolean {
  if (personId === by.id) return true;
  const person = knownPerson(state, personId);
  return person !== null && standInFor(state, person, now)?.id === by.id;
}

function isNamed(state: Escalation, by: Actor): boolean {
  return state.escalationManagerId === by.id;
}

function checkNotMerging({ merging }: Escalation): void {
  if (merging) conflict('merging', `It is being merged into ${merging.ref}: nothing else is taken meanwhile.`);
}

function isAlive({ status }: Escalation): boolean {
  return status === 'open' || status === 'closed';
}

function refusePerson(state: Escalation, who: readonly Who[], by: Actor, title: string): never {
  forbidden(`${title} is for ${whoInWords(state, who)}, not for ${by.name}.`);
}

function isThem(state: Escalation, who: Who, by: Actor, now: number): boolean {
  switch (who) {
    case 'anyone':
      return true;
    case 'the-owner':
      return ownsHere(state, by, now);
    case 'the-csm':
      return answersFor(state, state.complaint.account.csmId, by, now);
    case 'the-raiser':
      return state.raisedBy.id === by.id;
    case 'the-approver':
      return isConcerned(state, by, now);
    case 'the-solver':
      return state.ownerId ? ownsHere(state, by, now) : holdsAny(by, MANAGER_UPWARDS);
    case 'the-offered':
      return state.handOver?.toId === by.id;
    case 'the-responsible':
      return state.clocks.some((clock) => isActive(clock) && remindedOrResponsible(state, clock, now).includes(by.id));
    default:
      return holdsAny(by, [who]);
  }
}

/** Whom a clock watches, and who stands in for them. */
function remindedOrResponsible(state: Escalation, clock: Clock, now: number): (string | undefined)[] {
  return [responsibleFor(state, clock, now)?.id, remindedOf(state, clock, now)?.id];
}
