import { findCommand } from '../commands/commands';
import type { Actor, DirectoryExcerpt } from '../people';
import type { Rejection } from '../rejection';
import { Rejected } from '../rejection';
import { sameJson } from '../same-json';
import { findStep } from '../steps/plan';
import type { StepDefinition } from '../steps/step';
import { Draft } from './draft';
import type { EscalationEvent } from './events';
import { informSigner } from './signer';
import { checkCommand, checkStep } from './standing';
import type { Escalation } from './state';

/** Something that a person wants: a step to complete or a command, with its parsed body. */
export interface Command {
  name: string;
  body: unknown;
  by: Actor;
  /** Everybody whom the body names, and those above them. */
  directory: DirectoryExcerpt;
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
    const step = findStep(command.name);
    if (step) complete(draft, step, command);
    else perform(draft, command);
    return { ok: true, events: draft.events };
  } catch (error) {
    if (error instanceof Rejected) return { ok: false, rejection: error.rejection };
    throw error;
  }
}

function complete(draft: Draft, step: StepDefinition, { body, by }: Command): void {
  checkStep(draft.state, step, by, draft.now);
  const { occurredAt, completes = true, then } = step.complete(draft, { body, by, now: draft.now });
  if (completes) {
    const recordedLate = occurredAt < draft.now;
    draft.emit('step.completed', { step: step.name, round: draft.state.round, occurredAt, recordedLate, body });
  }
  then?.();
  if (completes) informSigner(draft);
}

function perform(draft: Draft, { name, body, by }: Command): void {
  const command = findCommand(name);
  if (!command) {
    throw new Rejected({ type: 'unknown-command', status: 404, detail: `There is no step or command "${name}".` });
  }
  checkCommand(draft.state, command, by, draft.now);
  command.perform(draft, { body, by, now: draft.now });
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
