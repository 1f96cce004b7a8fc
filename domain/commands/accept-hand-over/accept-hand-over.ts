import { holdAllChains } from '../../escalation/holds';
import { assignOwner, namedOwner } from '../../escalation/named';
import { wordTo } from '../../escalation/notices';
import { informSigner } from '../../escalation/signer';
import type { CommandDefinition } from '../command';
import type { AcceptHandOverBody } from './accept-hand-over.schema';

/** Takes over what was offered: from now on it is theirs. Whoever had it is told. */
export const acceptHandOver: CommandDefinition<AcceptHandOverBody> = {
  name: 'accept-hand-over',
  title: 'Accept the hand-over',
  help: 'It is yours from now on, with all its clocks; their chains rest for an hour.',
  by: ['the-offered'],
  in: ['open', 'paused', 'closed'],
  perform(draft, { body, by }) {
    const { state } = draft;
    const owner = namedOwner(state, by.id, '#', draft.now);
    const text = `${owner.name} has accepted: ${state.ref} is theirs now.`;
    const told = state.ownerId ? [wordTo(state.ownerId, 'mail', 'hand-over-accepted', state, text)] : [];
    assignOwner(draft, owner, body.note ?? 'the hand-over was accepted', 'inbox', told);
    informSigner(draft);
    holdAllChains(draft, `handed over to ${owner.name}`);
  },
};
