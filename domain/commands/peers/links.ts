import type { Link } from '../../escalation/together/together';
import type { PeerCommandDefinition } from './peer-command';

/** The other side of a link, which both know. */
export const noteLink: PeerCommandDefinition<{ kind: Link['kind']; note?: string }> = {
  name: 'note-link',
  perform(draft, { body: { kind, note = null }, peer }) {
    const known = draft.state.links.find(({ other }) => other.id === peer.id);
    if (known?.kind === kind && known.note === note) return;
    draft.emit('link.added', { kind, other: peer, note });
  },
};

/** The other side takes the link away. */
export const dropLink: PeerCommandDefinition<{ reason?: string }> = {
  name: 'drop-link',
  perform(draft, { body, peer }) {
    if (!draft.state.links.some(({ other }) => other.id === peer.id)) return;
    draft.emit('link.removed', { otherId: peer.id, reason: body.reason ?? null });
  },
};
