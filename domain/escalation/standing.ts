import type { CommandDefinition } from '../commands/command';
import type { Actor } from '../people';
import { holdsAny } from '../people';
import { conflict, forbidden } from '../rejection';
import type { StepDefinition, Who } from '../steps/step';
import { isActive } from './clocks';
import { responsibleFor } from './chain';
import { isDone, isFollowUp, missingBefore } from './stage';
import type { Escalation } from './state';

/** Refuses, by `Rejected`, a step that this person may not complete now, whatever they would say in it. */
export function checkStep(state: Escalation, step: StepDefinition, by: Actor): void {
  const { name } = step;
  if (isDone(state, name)) conflict('already-done', `${step.title} is done already.`);
  const missing = missingBefore(state, name);
  if (missing.length > 0 && isAlive(state))
    conflict('too-early', `${step.title} comes after ${missing.join(' and ')}.`);
  const status = isFollowUp(name) ? 'closed' : 'open';
  if (state.status !== status)
    conflict('not-open', `${step.title} needs an escalation that is ${status}; this one is ${state.status}.`);
  step.ready?.(state);
  checkPerson(state, step.by, by, step.title);
}

/** Refuses, by `Rejected`, a command that this person may not give now, whatever its content. */
export function checkCommand(state: Escalation, command: CommandDefinition, by: Actor): void {
  if (!command.in.includes(state.status)) {
    conflict(
      'not-open',
      `${command.title} is possible while it is ${command.in.join(', ')}; this one is ${state.status}.`,
    );
  }
  checkPerson(state, command.by, by, command.title);
  command.ready?.(state);
}

function isAlive({ status }: Escalation): boolean {
  return status === 'open' || status === 'closed';
}

function checkPerson(state: Escalation, who: readonly Who[], by: Actor, title: string): void {
  if (!who.some((one) => isThem(state, one, by)))
    forbidden(`${title} is for ${inWords(state, who)}, not for ${by.name}.`);
}

function isThem(state: Escalation, who: Who, by: Actor): boolean {
  switch (who) {
    case 'anyone':
      return true;
    case 'the-owner':
      return state.ownerId === by.id;
    case 'the-csm':
      return state.complaint.account.csmId === by.id;
    case 'the-raiser':
      return state.raisedBy.id === by.id;
    case 'the-responsible':
      return state.clocks.some((clock) => isActive(clock) && responsibleFor(state, clock)?.id === by.id);
    default:
      return holdsAny(by, [who]);
  }
}

function inWords(state: Escalation, who: readonly Who[]): string {
  const owner = state.ownerId ? state.people[state.ownerId]?.name : undefined;
  const words: Partial<Record<Who, string>> = {
    'the-owner': owner ? `the owner, ${owner}` : 'the owner',
    'the-csm': "the account's CSM",
    'the-responsible': 'whom a clock watches',
    'the-raiser': 'whoever raised it',
    vp: 'a VP',
  };
  return who.map((one) => words[one] ?? `a ${one}`).join(' or ');
}
