import type { CommandDefinition } from '../commands/command';
import { findCommand } from '../commands/commands';
import { findPeerCommand } from '../commands/peers/peer-commands';
import type { Actor, DirectoryExcerpt } from '../people';
import type { Policy } from '../policy';
import type { Rejection } from '../rejection';
import { Rejected } from '../rejection';
import { sameJson } from '../same-json';
import { findStep } from '../steps/plan';
import type { Attempt, StepDefinition } from '../steps/step';
import { askFor } from './approvals/ask';
import { checkTold } from './approvals/check-told';
import { allowedBody, lapse, presentActor } from './approvals/held-attempt';
import { holdOfMessage } from './approvals/held-message';
import { completeStep } from './complete-step';
import { checkRequiredFields } from './custom/required-fields';
import { Draft } from './draft';
import type { EscalationEvent } from './events';
import { checkCommand, checkStep } from './standing';
import type { Escalation } from './state';
import { informSponsor } from './team/inform-sponsor';
import { followShared } from './together/shared-steps';
import type { OtherEscalation } from './together/together';

/** Something that a person wants: a step to complete or a command, with its parsed body. */
export interface Command {
  name: string;
  body: unknown;
  by: Actor;
  /** Everybody whom the body names, and those above them. */
  directory: DirectoryExcerpt;
  /** Every other escalation that the body names, as far as this person may see it. */
  others?: readonly OtherEscalation[];
  /** The policy that it is to go by from now on; never from outside. */
  policy?: Policy;
  /** The escalation that asks; the API never sets it. */
  peer?: OtherEscalation;
}

/** What follows from a command: its events, or why it is refused, with nothing changed. */
export type Decision = { ok: true; events: EscalationEvent[] } | { ok: false; rejection: Rejection };

/**
 * Decides one command of a person. Pure: the same state, command and moment give the same answer.
 * @param now the escalation's own now, epoch milliseconds
 */
export function decide(state: Escalation, command: Command, now: number): Decision {
  const draft = new Draft(state, now, command.by);
  try {
    learnPeople(draft, command.directory);
    if (command.peer) answerPeer(draft, command, command.peer);
    else attempt(draft, command);
    doAllowed(draft);
    followShared(draft);
    informSponsor(draft, state);
    return { ok: true, events: draft.events };
  } catch (error) {
    if (error instanceof Rejected) return { ok: false, rejection: error.rejection };
    throw error;
  }
}

/** Does it, or asks first for what it needs; whatever else is wrong with it is said at once. */
function attempt(draft: Draft, { name, body, by, others, policy }: Attempted): void {
  const definition = definitionOf(name);
  const wanted = { body, by, now: draft.now, others, policy };
  check(draft, definition, wanted);
  const hold = definition.holds?.(draft.state, wanted) ?? holdOfMessage(draft.state, name, definition.tells?.(body));
  if (!hold) return carryOut(draft, definition, wanted);
  if (hold.subject.kind === 'message') carryOut(new Draft(draft.state, draft.now, by), definition, wanted);
  askFor(draft, hold, { name, body });
}

type Attempted = Pick<Command, 'name' | 'body' | 'by' | 'others' | 'policy'>;

/** Does what another escalation asks for. */
function answerPeer(draft: Draft, { name, body, by }: Command, peer: OtherEscalation): void {
  const command = findPeerCommand(name);
  if (!command) throw new Rejected({ type: 'unknown-command', status: 404, detail: `Nobody is asked to "${name}".` });
  command.perform(draft, { body, by, peer });
}

function definitionOf(name: string): StepDefinition | CommandDefinition {
  const definition = findStep(name) ?? findCommand(name);
  if (definition) return definition;
  throw new Rejected({ type: 'unknown-command', status: 404, detail: `There is no step or command "${name}".` });
}

function check(draft: Draft, definition: StepDefinition | CommandDefinition, { body, by }: Attempt<unknown>): void {
  const { state, now } = draft;
  if ('complete' in definition) {
    checkStep(state, definition, by, now);
    checkRequiredFields(state, definition);
  } else checkCommand(state, definition, by, now);
  const told = definition.tells?.(body);
  if (told) checkTold(state, told);
}

function carryOut(draft: Draft, definition: StepDefinition | CommandDefinition, wanted: Attempt<unknown>): void {
  if ('complete' in definition) completeStep(draft, definition, wanted);
  else definition.perform(draft, wanted);
}

/** What was allowed just now is done in the name of who asked for it; where it cannot be done any more it lapses. */
function doAllowed(draft: Draft): void {
  const decided = draft.events.find((event) => event.type === 'approval.decided');
  const approval = draft.state.approvals.find(({ id }) => id === decided?.data.approvalId);
  if (approval?.state !== 'approved' || !approval.attempt) return;
  const { name } = approval.attempt;
  const own = new Draft(draft.state, draft.now, presentActor(draft.state, approval.requestedBy));
  try {
    const definition = definitionOf(name);
    const wanted = {
      body: allowedBody(approval, approval.attempt),
      by: own.actor ?? approval.requestedBy,
      now: draft.now,
    };
    check(own, definition, wanted);
    carryOut(own, definition, wanted);
    if (approval.subject.kind === 'message') own.emit('approval.used', { approvalId: approval.id, name });
    draft.take(own);
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    lapse(draft, approval, error.rejection.detail);
  }
}

/**
 * Takes in those whom the state does not know yet, or knows otherwise. The version stays: it speaks for everybody whom
 * the state holds, and the rest are refreshed when they are recorded with the older one.
 */
function learnPeople(draft: Draft, directory: DirectoryExcerpt): void {
  const known = draft.state.people;
  const people = directory.people.filter((one) => !sameJson(known[one.id], one));
  if (people.length > 0) draft.emit('people.refreshed', { version: draft.state.directoryVersion, people });
}
