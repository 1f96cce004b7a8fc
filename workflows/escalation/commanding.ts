import { ApplicationFailure } from '@temporalio/common';
import type { Decision } from '../../domain/escalation/decide';
import { decide } from '../../domain/escalation/decide';
import type { Actor, DirectoryExcerpt } from '../../domain/people';
import type { Rejection } from '../../domain/rejection';
import { shapeProblems } from '../../domain/shapes';
import type { StampedMessage } from './input';
import type { EscalationRun } from './run';

/** Whether a message carries who sends it and whom it names, as the API stamps them. */
export function isStamped(message: unknown): message is StampedMessage {
  if (typeof message !== 'object' || message === null) return false;
  const { by, directory } = message as { by?: Partial<Actor>; directory?: Partial<DirectoryExcerpt> };
  return typeof by?.id === 'string' && Array.isArray(by.roles) && Array.isArray(directory?.people);
}

/** Why a message cannot be taken now; undefined where it can. */
export function refusalOf(run: EscalationRun, name: string, message: unknown): ApplicationFailure | undefined {
  const decision = decideMessage(run, name, message);
  return decision.ok ? undefined : asFailure(decision.rejection);
}

/** Takes a message, or says why not. */
export function take(run: EscalationRun, name: string, message: unknown): ApplicationFailure | undefined {
  const decision = decideMessage(run, name, message);
  if (!decision.ok) return asFailure(decision.rejection);
  run.apply(decision.events);
  return undefined;
}

/** Decides a stamped message; one of the wrong shape is a rejection, never an error of the workflow. */
function decideMessage(run: EscalationRun, name: string, message: unknown): Decision {
  if (!isStamped(message)) {
    return malformed('The message needs "by" { id, name, title, roles } and "directory" { version, people }.', []);
  }
  const { by, directory, ...body } = message;
  const errors = shapeProblems(name, body);
  if (errors.length > 0) return malformed('The message does not have the shape of its kind.', errors);
  return decide(run.state, { name, body, by, directory }, Date.now());
}

function malformed(detail: string, errors: Rejection['errors']): Decision {
  return { ok: false, rejection: { type: 'malformed', status: 422, detail, errors } };
}

/** A rejection as it crosses Temporal: type `rejected`, the rejection itself in its details. */
function asFailure(rejection: Rejection): ApplicationFailure {
  return ApplicationFailure.create({
    type: 'rejected',
    message: rejection.detail,
    details: [rejection],
    nonRetryable: true,
  });
}
