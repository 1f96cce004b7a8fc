import { customerHeard } from '../../escalation/clocks';
import { resume } from '../../escalation/pause/rest';
import { happenedAt } from '../../escalation/spoken';
import type { Escalation } from '../../escalation/state';
import { MANAGER_UPWARDS } from '../../people';
import { invalid } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { RecordContactBody } from './record-contact.schema';

/**
 * Puts a contact on record that happened outside. Word to the customer restarts `keep-informed` from when it happened;
 * their reply ends a pause.
 */
export const recordContact: CommandDefinition<RecordContactBody> = {
  name: 'record-contact',
  title: 'Record a contact',
  help: 'A call, a meeting, a social message or a mail of your own: what was said, and when.',
  by: ['the-owner', 'the-csm', ...MANAGER_UPWARDS],
  in: ['open', 'paused', 'closed'],
  perform(draft, { body }) {
    const occurredAt = happenedAt(draft.state, body.occurredAt, draft.now, '#/occurredAt');
    const { channel, direction, asks = false } = body;
    if (asks && direction === 'from-customer') {
      const detail = 'only our own word asks something that we wait for';
      invalid('invalid-content', 'What the customer asks is not waited for.', { pointer: '#/asks', detail });
    }
    draft.emit('contact.recorded', { channel, body: body.body, occurredAt, direction, ...(asks && { asks }) });
    if (direction === 'to-customer') customerHeard(draft, occurredAt);
    else if (answers(draft.state, occurredAt)) resume(draft, 'answered', null);
  },
};

/** Whether the customer said it after the question that a pause waits for. */
function answers({ pause }: Escalation, occurredAt: number): boolean {
  return pause !== null && occurredAt >= pause.askedAt;
}
