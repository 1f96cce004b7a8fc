import { ApplicationFailure } from '@temporalio/common';
import { findPeerCommand } from '../../domain/commands/peers/peer-commands';
import type { Decision } from '../../domain/escalation/decide';
import { decide } from '../../domain/escalation/decide';
import type { OtherEscalation } from '../../domain/escalation/together/together';
import type { Actor, DirectoryExcerpt } from '../../domain/people';
import type { Rejection } from '../../domain/rejection';
import { shapeProblems } from '../../domain/shapes';
import type { CommandOutcome, StampedMessage } from './input';
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
  const { by, directory, policy, others, ...fields } = message;
  const { peer, ...body } = findPeerCommand(name) ? fields : { ...fields, peer: undefined };
  if (findPeerCommand(name) && !isOther(peer)) return malformed('Only another escalation asks for this.', []);
  const errors = shapeProblems(name, body);
  if (errors.length > 0) return malformed('The message does not have the shape of its kind.', errors);
  return decide(run.state, { name, body, by, directory, policy, others, ...(peer && { peer }) }, Date.now());
}

function isOther(peer: Partial<OtherEscalation> | undefined): boolean {
  return typeof peer?.id === 'string' && typeof peer.ref === 'string';
}

function malformed(detail: string, errors: Rejection['errors']): Decision {
  return { ok: false, rejection: { type: 'malformed', status: 422, detail, errors } };
}

/**
 * A rejection as it crosses Temporal: type `rejected`, the rejection itself in its details.
 * @param outcome what was decided here before another escalation refused
 */
export function asFailure(rejection: Rejection, outcome?: CommandOutcome): ApplicationFailure {
  return ApplicationFailure.create({
    type: 'rejected',
    message: rejection.detail,
    details: outcome ? [rejection, outcome] : [rejection],
    nonRetryable: true,
  });
}
