import { cancelClock } from '../../escalation/clocks';
import { MANAGER_UPWARDS } from '../../people';
import type { CommandDefinition } from '../command';
import type { WithdrawBody } from './withdraw.schema';

/** The customer took it back, or it never was an escalation: everything that ran is cancelled. */
export const withdraw: CommandDefinition<WithdrawBody> = {
  name: 'withdraw',
  title: 'Withdraw',
  help: 'The customer took it back, or it never was an escalation. It can be reopened.',
  by: ['the-owner', ...MANAGER_UPWARDS],
  in: ['open', 'paused', 'closed'],
  perform(draft, { body }) {
    for (const { id } of draft.state.clocks) cancelClock(draft, id, 'withdrawn');
    draft.emit('escalation.withdrawn', { reason: body.reason, notices: [] });
  },
};
