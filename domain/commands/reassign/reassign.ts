import { holdAllChains } from '../../escalation/holds';
import { assignOwner, namedOwner } from '../../escalation/named';
import { informSigner } from '../../escalation/signer';
import { MANAGER_UPWARDS } from '../../people';
import { conflict } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { ReassignBody } from './reassign.schema';

/** Names another owner; that is acting, so the chains rest for as long as after a take-charge. */
export const reassign: CommandDefinition<ReassignBody> = {
  name: 'reassign',
  title: 'Reassign',
  help: 'Names another owner. The clocks go on; their chains rest for an hour.',
  by: MANAGER_UPWARDS,
  in: ['open', 'paused', 'closed'],
  ready(state) {
    if (!state.ownerId) conflict('too-early', 'There is no owner yet: intake names one.');
  },
  perform(draft, { body }) {
    const owner = namedOwner(draft.state, body.ownerId, '#/ownerId', draft.now);
    if (owner.id === draft.state.ownerId) conflict('already-done', `${owner.name} owns it already.`);
    assignOwner(draft, owner, body.reason, 'mail');
    informSigner(draft);
    holdAllChains(draft, `reassigned to ${owner.name}`);
  },
};
