import { askPeer } from '../../escalation/together/ask-peer';
import { namedOther } from '../../escalation/together/named-other';
import { MANAGER_UPWARDS } from '../../people';
import { conflict, invalid } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { LinkBody } from './link.schema';

/** With more than this a link tells nothing any more. */
const MOST_LINKS = 50;

/** Says that two escalations have to do with each other. Nothing else follows from it. */
export const link: CommandDefinition<LinkBody> = {
  name: 'link',
  title: 'Link with another',
  help: 'Both show that they belong together; each goes on as before.',
  by: ['the-owner', 'the-csm', ...MANAGER_UPWARDS],
  in: ['open', 'paused', 'closed', 'settled', 'withdrawn'],
  perform(draft, { body, others = [] }) {
    const { state } = draft;
    const other = namedOther(others, body.otherId, '#/otherId');
    const { kind, note = null } = body;
    if (other.id === state.id) {
      const detail = 'is this escalation';
      invalid('invalid-content', 'An escalation is not linked with itself.', { pointer: '#/otherId', detail });
    }
    const known = state.links.find((one) => one.other.id === other.id);
    if (known?.kind === kind && known.note === note)
      conflict('already-done', `It is linked with ${other.ref} already.`);
    if (!known && state.links.length >= MOST_LINKS) conflict('not-now', `It has ${MOST_LINKS} links already.`);
    draft.emit('link.added', { kind, other, note });
    askPeer(draft, other, 'note-link', { kind: kind === 'follows' ? 'followed-by' : kind, ...(note && { note }) });
  },
};
