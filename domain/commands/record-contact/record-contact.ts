import { clockOf, isActive, keepInformed } from '../../escalation/clocks';
import { happenedAt } from '../../escalation/spoken';
import { MANAGER_UPWARDS } from '../../people';
import type { CommandDefinition } from '../command';
import type { RecordContactBody } from './record-contact.schema';

/** Puts a contact on record that happened outside; word to the customer restarts `keep-informed` from when it happened. */
export const recordContact: CommandDefinition<RecordContactBody> = {
  name: 'record-contact',
  title: 'Record a contact',
  help: 'A call, a meeting, a social message or a mail of your own: what was said, and when.',
  by: ['the-owner', 'the-csm', ...MANAGER_UPWARDS],
  in: ['open', 'paused', 'closed'],
  perform(draft, { body }) {
    const occurredAt = happenedAt(draft.state, body.occurredAt, draft.now, '#/occurredAt');
    const { channel, direction } = body;
    draft.emit('contact.recorded', { channel, body: body.body, occurredAt, direction });
    const clock = clockOf(draft.state, 'keep-informed');
    const word = direction === 'to-customer';
    if (word && clock && isActive(clock) && occurredAt > clock.anchorAt) keepInformed(draft, occurredAt);
  },
};
