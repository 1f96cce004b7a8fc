import { askFor } from '../../escalation/approvals/ask';
import { beyondAuthority, type Remedy } from '../../escalation/approvals/authority';
import { allowanceFor, undecidedAbout } from '../../escalation/approvals/remedies';
import { knownPerson } from '../../escalation/known';
import { namedPerson } from '../../escalation/named';
import { isDone } from '../../escalation/stage';
import type { Escalation } from '../../escalation/state';
import type { Actor } from '../../people';
import { MANAGER_UPWARDS } from '../../people';
import { conflict, invalid, Rejected } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { RequestApprovalBody } from './request-approval.schema';

/** Asks ahead of the solution whether a remedy beyond the owner's authority is allowed. */
export const requestApproval: CommandDefinition<RequestApprovalBody> = {
  name: 'request-approval',
  title: 'Ask for approval',
  help: "Asks whether a remedy beyond the owner's authority is allowed, before it is decided on.",
  by: ['the-owner', ...MANAGER_UPWARDS],
  in: ['open'],
  ready(state) {
    if (!state.ownerId) conflict('too-early', 'The acknowledgment comes first.');
    if (isDone(state, 'solution')) conflict('already-done', 'The remedy is decided on already.');
  },
  perform(draft, { body, by }) {
    const { kind, description, credit = null, reason = null, approverId } = body;
    const remedy = { solution: kind, amount: credit };
    const because = beyondOwner(draft.state, remedy);
    checkNew(draft.state, remedy);
    if (approverId !== undefined) checkApprover(draft.state, approverId, by, remedy);
    const subject = { kind: 'remedy', ...remedy, description } as const;
    askFor(draft, { subject, because, reason, ...(approverId !== undefined && { approverId }) }, null);
  },
};

function beyondOwner(state: Escalation, remedy: Remedy): string {
  const owner = knownPerson(state, state.ownerId);
  return (
    (owner && beyondAuthority(state, owner, remedy)) ??
    conflict('not-now', `${owner?.name ?? 'The owner'} may grant it alone: it needs no approval.`)
  );
}

function checkNew(state: Escalation, remedy: Remedy): void {
  const undecided = undecidedAbout(state, remedy);
  if (undecided) conflict('already-done', `${undecided.id} asks for it already, and is not decided yet.`);
  const allowed = allowanceFor(state, remedy);
  if (allowed) conflict('already-done', `${allowed.id} allows it already.`);
}

function checkApprover(state: Escalation, approverId: string, by: Actor, remedy: Remedy): void {
  const pointer = '#/approverId';
  const approver = namedPerson(state, approverId, pointer);
  if (approver.id === by.id || approver.id === state.ownerId) {
    throw new Rejected({
      type: 'own-approval',
      status: 403,
      detail: 'Nobody decides what they asked for themselves, nor the owner: name somebody else.',
      errors: [{ pointer, detail: 'asks for it or owns it' }],
    });
  }
  const beyond = beyondAuthority(state, approver, remedy);
  if (beyond) invalid('not-eligible', `${approver.name} may not allow it: ${beyond}.`, { pointer, detail: beyond });
}
