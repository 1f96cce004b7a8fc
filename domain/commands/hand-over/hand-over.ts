import type { Draft } from '../../escalation/draft';
import { endOffer } from '../../escalation/hand-over/end-offer';
import { namedOwner } from '../../escalation/named';
import { wordTo } from '../../escalation/notices';
import type { Actor, Person } from '../../people';
import { conflict, invalid } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { HandOverBody } from './hand-over.schema';

/** The owner offers it to somebody; it stays theirs until the other accepts, so it is never nobody's. */
export const handOver: CommandDefinition<HandOverBody> = {
  name: 'hand-over',
  title: 'Hand over',
  help: 'Offers it to somebody with a written state of things. It stays yours until they accept.',
  by: ['the-owner'],
  in: ['open', 'paused', 'closed'],
  perform(draft, { body, by }) {
    const to = offeredTo(draft, body.toId, by);
    endOffer(draft, 'overtaken', null);
    const { ref, complaint } = draft.state;
    const text = `${by.name} asks you to take over ${ref}, ${complaint.summary}. The state of things: ${body.note}`;
    const notices = [wordTo(to.id, 'mail', 'hand-over-offered', draft.state, text)];
    draft.emit('hand-over.offered', { toId: to.id, note: body.note, notices });
  },
};

function offeredTo({ state, now }: Draft, toId: string, by: Actor): Person {
  const pointer = '#/toId';
  const to = namedOwner(state, toId, pointer, now);
  if (to.id === state.ownerId) conflict('already-done', `${to.name} owns it already.`);
  if (to.id === state.handOver?.toId) conflict('already-done', `It is offered to ${to.name} already.`);
  if (to.id === by.id) {
    const detail = 'is the one who offers it';
    invalid('not-eligible', 'Nobody hands over to themselves: a manager reassigns it.', { pointer, detail });
  }
  return to;
}
