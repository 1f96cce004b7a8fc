import { askPeer } from '../../escalation/together/ask-peer';
import { namedOther } from '../../escalation/together/named-other';
import { isReadyForShared } from '../../escalation/together/shared-steps';
import { MANAGER_UPWARDS } from '../../people';
import { conflict } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { JoinUmbrellaBody } from './join-umbrella.schema';

/** One outage, many accounts: it is investigated and solved once, and each customer keeps everything else of their own. */
export const joinUmbrella: CommandDefinition<JoinUmbrellaBody> = {
  name: 'join-umbrella',
  title: 'Come under an umbrella',
  help: 'The investigation and the solution of the umbrella are its own as well; everything else stays its own.',
  by: ['the-owner', ...MANAGER_UPWARDS],
  in: ['open', 'paused'],
  asksOthers: true,
  ready({ umbrella, children }) {
    if (umbrella) conflict('already-done', `It is under the umbrella ${umbrella.ref} already.`);
    if (children.length > 0) conflict('not-joinable', `It is itself the umbrella of ${children.length} others.`);
  },
  perform(draft, { body, others = [] }) {
    const umbrella = namedOther(others, body.otherId, '#/otherId');
    if (umbrella.id === draft.state.id) conflict('not-joinable', 'An escalation is not its own umbrella.');
    draft.emit('umbrella.joined', { umbrella, reason: body.reason ?? null });
    askPeer(draft, umbrella, 'adopt-child', { ready: isReadyForShared(draft.state) });
  },
};
