import { askPeer } from '../../escalation/together/ask-peer';
import { MANAGER_UPWARDS } from '../../people';
import { conflict } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { LeaveUmbrellaBody } from './leave-umbrella.schema';

/** What was shared so far stays done; what was not is this escalation's own again. */
export const leaveUmbrella: CommandDefinition<LeaveUmbrellaBody> = {
  name: 'leave-umbrella',
  title: 'Leave the umbrella',
  help: 'What the umbrella has not done yet is investigated and solved here.',
  by: ['the-owner', ...MANAGER_UPWARDS],
  in: ['open', 'paused', 'closed'],
  ready({ umbrella }) {
    if (!umbrella) conflict('not-now', 'It is under no umbrella.');
  },
  perform(draft, { body: { reason } }) {
    const { umbrella } = draft.state;
    if (!umbrella) return;
    draft.emit('umbrella.left', { umbrella, because: reason, notices: [] });
    askPeer(draft, umbrella, 'release-child', { because: reason });
  },
};
