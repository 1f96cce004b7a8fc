import { askPeer } from '../../escalation/together/ask-peer';
import { MANAGER_UPWARDS } from '../../people';
import { conflict, invalid } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { UnlinkBody } from './unlink.schema';

/** Takes a link away, on both sides. */
export const unlink: CommandDefinition<UnlinkBody> = {
  name: 'unlink',
  title: 'Take a link away',
  help: 'They do not belong together after all; both say so no more.',
  by: ['the-owner', 'the-csm', ...MANAGER_UPWARDS],
  in: ['open', 'paused', 'closed', 'settled', 'withdrawn'],
  ready(state) {
    if (state.links.length === 0) conflict('not-now', 'It has no link.');
  },
  perform(draft, { body: { otherId, reason } }) {
    const wanted = otherId.toLowerCase();
    const { links } = draft.state;
    const known = links.find(({ other }) => [other.id.toLowerCase(), other.ref.toLowerCase()].includes(wanted));
    if (!known) {
      const detail = `one of ${links.map(({ other }) => other.ref).join(', ')}`;
      invalid('invalid-content', `It is not linked with "${otherId}".`, { pointer: '#/otherId', detail });
    }
    draft.emit('link.removed', { otherId: known.other.id, reason: reason ?? null });
    askPeer(draft, known.other, 'drop-link', reason === undefined ? {} : { reason });
  },
};
