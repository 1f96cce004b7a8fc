import type { Actor } from '../../people';
import { asActor } from '../../people';
import type { Draft } from '../draft';
import { knownPerson } from '../known';
import type { Escalation } from '../state';
import type { Approval, HeldAttempt } from './approval';
import { aboutApproval } from './ask';
import { subjectInWords } from './subject-in-words';

/** Somebody as the escalation knows them now: what they may do is asked anew. */
export function presentActor(state: Escalation, actor: Actor): Actor {
  const person = knownPerson(state, actor.id);
  return person ? asActor(person) : actor;
}

/** The body of what was held; of a remedy it names the approval that allows it. */
export function allowedBody({ id, subject }: Approval, { body }: HeldAttempt): unknown {
  return subject.kind === 'remedy' ? { ...(body as object), approvalId: id } : body;
}

/** Says that what was allowed can be done no more, to whom it concerns. */
export function lapse(draft: Draft, approval: Approval, because: string): void {
  const { state } = draft;
  const toIds = [...new Set([approval.requestedBy.id, state.ownerId ?? approval.requestedBy.id])];
  const text = `Allowed, but not done: ${subjectInWords(approval.subject)}. ${because}`;
  const notices = toIds.map((toId) =>
    aboutApproval(state, `${approval.id}.lapsed`, { toId, kind: 'approval-decided', text }),
  );
  draft.emit('attempt.lapsed', { approvalId: approval.id, name: approval.attempt?.name ?? '', because, notices });
}
