import { cancelApproval } from '../../escalation/approvals/ask';
import { refuseUnknown } from '../../escalation/approvals/remedies';
import { MANAGER_UPWARDS } from '../../people';
import { conflict } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { WithdrawApprovalBody } from './withdraw-approval.schema';

/** Takes back what was asked for before it is decided; a message that waited for it is not sent. */
export const withdrawApproval: CommandDefinition<WithdrawApprovalBody> = {
  name: 'withdraw-approval',
  title: 'Take back a request',
  help: 'What was asked for is not needed any more: nobody decides it, and what waited for it is not done.',
  by: ['the-owner', ...MANAGER_UPWARDS],
  in: ['open', 'paused'],
  ready(state) {
    if (!state.approvals.some((one) => one.state === 'open')) conflict('not-now', 'No decision is asked for.');
  },
  perform(draft, { body: { approvalId, reason } }) {
    const { state } = draft;
    const approval =
      state.approvals.find(({ id }) => id === approvalId) ?? refuseUnknown(state, approvalId, '#/approvalId');
    if (approval.state !== 'open') conflict('already-done', `${approvalId} was ${approval.state} already.`);
    cancelApproval(draft, approvalId, reason ?? 'it was taken back');
  },
};
