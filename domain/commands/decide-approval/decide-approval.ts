import type { Approval } from '../../escalation/approvals/approval';
import { aboutApproval } from '../../escalation/approvals/ask';
import { beyondDeciding, isAsked, isTheirOwn } from '../../escalation/approvals/deciders';
import { refuseUnknown } from '../../escalation/approvals/remedies';
import { subjectInWords } from '../../escalation/approvals/subject-in-words';
import { meetClock } from '../../escalation/clocks';
import type { Draft } from '../../escalation/draft';
import { managesHere } from '../../escalation/standing';
import type { Escalation } from '../../escalation/state';
import type { Notice } from '../../notice';
import type { Actor } from '../../people';
import { MANAGER_UPWARDS } from '../../people';
import type { Rejection } from '../../rejection';
import { conflict, invalid, Rejected } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { DecideApprovalBody } from './decide-approval.schema';

/** Somebody with the authority decides; what was held for it is done at once, in the name of who asked. */
export const decideApproval: CommandDefinition<DecideApprovalBody> = {
  name: 'decide-approval',
  title: 'Decide on an approval',
  help: 'Allows or refuses what is asked for. Nobody decides on what they asked for themselves.',
  by: ['the-approver', ...MANAGER_UPWARDS],
  in: ['open', 'paused'],
  ready(state, by, now) {
    if (state.approvals.length === 0) conflict('not-now', 'No decision is asked for.');
    const open = state.approvals.filter((one) => one.state === 'open');
    if (open.length === 0) conflict('already-done', 'Every decision that was asked for was made.');
    const refusals = open.map((one) => refusalOf(state, one, by, now));
    const [first] = refusals;
    if (first && refusals.every((one) => one !== null)) throw new Rejected(first);
  },
  perform(draft, { body, by }) {
    const { approvalId, decision, note = null } = body;
    const { state, now } = draft;
    const approval =
      state.approvals.find(({ id }) => id === approvalId) ?? refuseUnknown(state, approvalId, '#/approvalId');
    if (approval.state === 'cancelled')
      conflict('not-now', `${approvalId} is not asked for any more: ${approval.note}.`);
    if (approval.state !== 'open') conflict('already-done', `${approvalId} was ${approval.state} already.`);
    const refusal = refusalOf(state, approval, by, now);
    if (refusal) throw new Rejected(refusal);
    if (decision === 'refused' && note === null) {
      const detail = 'required where it is refused';
      invalid('invalid-content', 'A refusal says why, so that something else can be proposed.', {
        pointer: '#/note',
        detail,
      });
    }
    draft.emit('approval.decided', { approvalId, decision, note, notices: decidedNotices(draft, approval, body) });
    meetClock(draft, `approval:${approvalId}`, now);
  },
};

/** Why somebody may not decide this; null where they may. */
function refusalOf(state: Escalation, approval: Approval, by: Actor, now: number): Rejection | null {
  if (isTheirOwn(state, approval, by.id)) {
    const detail = `${approval.id} is for somebody else to decide: nobody decides on their own remedy or words.`;
    return { type: 'own-approval', status: 403, detail };
  }
  if (!isAsked(state, approval, by.id, now) && !managesHere(state, by)) {
    const detail = `${approval.id} is for whom it asks, or a manager with the authority, not for ${by.name}.`;
    return { type: 'not-allowed', status: 403, detail };
  }
  const beyond = beyondDeciding(state, approval, by, now);
  if (beyond === null) return null;
  return { type: 'beyond-authority', status: 403, detail: `${by.name} may not decide ${approval.id}: ${beyond}.` };
}

/** Who asked learns of it, and the owner where that is another. */
function decidedNotices({ state, actor }: Draft, approval: Approval, { decision, note }: DecideApprovalBody): Notice[] {
  const toIds = [...new Set([approval.requestedBy.id, state.ownerId ?? approval.requestedBy.id])];
  const said = note === undefined ? '' : ` ${note}`;
  const next = decision === 'refused' && approval.subject.kind === 'remedy' ? ' Propose another remedy.' : '';
  const text = `${actor?.name} ${decision}: ${subjectInWords(approval.subject)}.${said}${next}`;
  return toIds.map((toId) => aboutApproval(state, approval.id, { toId, kind: 'approval-decided', text }));
}
