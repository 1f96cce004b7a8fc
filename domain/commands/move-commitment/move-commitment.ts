import { holdOfMessage } from '../../escalation/approvals/held-message';
import { startClock } from '../../escalation/clocks';
import { informCustomer } from '../../escalation/inform-customer';
import { tooEarly } from '../../escalation/promises/before-tasks';
import { promisedDate, refuseEarly } from '../../escalation/promises/make-promises';
import { movedMessage } from '../../escalation/promises/moved-message';
import { namedCommitment } from '../../escalation/promises/named-commitment';
import type { Commitment, Escalation } from '../../escalation/state';
import type { Message } from '../../message';
import type { Actor } from '../../people';
import { MANAGER_UPWARDS } from '../../people';
import { conflict, invalid } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { MoveCommitmentBody } from './move-commitment.schema';

/** A promise gets another date: only before its own, with a reason, and the customer is told. */
export const moveCommitment: CommandDefinition<MoveCommitmentBody> = {
  name: 'move-commitment',
  title: 'Move a commitment',
  help: 'Another date for a promise, before its own has come. The customer is told, and its clock begins anew.',
  by: ['the-owner', ...MANAGER_UPWARDS],
  in: ['open', 'paused'],
  ready(state) {
    if (!state.commitments.some((one) => one.state === 'open')) conflict('not-now', 'No commitment is open.');
  },
  tells: ({ message }) => message && { message, pointer: '#/message' },
  perform(draft, { body, by, now }) {
    const { commitmentId, reason } = body;
    const commitment = namedCommitment(draft.state, commitmentId);
    checkMovable(commitment, now);
    const dueAt = promisedDate(body.dueAt, now, '#/dueAt');
    if (dueAt === commitment.dueAt) {
      invalid('invalid-content', 'That is its date already.', { pointer: '#/dueAt', detail: 'the same date' });
    }
    const early = tooEarly(draft.state, { due: dueAt, dependsOn: commitment.dependsOn }, '#');
    if (body.sendAllTheSame !== true) refuseEarly(early);
    const message = body.message ?? unseenMessage(draft.state, commitment, dueAt, by);
    informCustomer(draft, message, { pointer: '#/message', asks: false, with: 'move-commitment' });
    const flagged = early.length > 0 ? { sentAllTheSame: true } : {};
    draft.emit('commitment.moved', { commitmentId, fromAt: commitment.dueAt, dueAt, reason, ...flagged });
    startClock(draft, `commitment:${commitmentId}`, 'commitment', now, dueAt - now);
  },
};

/** Our own words where nobody wrote any; not where somebody must see them first, for whom they have to be written. */
function unseenMessage(state: Escalation, commitment: Commitment, dueAt: number, by: Actor): Message {
  const message = movedMessage(state, commitment, dueAt, by);
  const hold = holdOfMessage(state, 'move-commitment', { message, pointer: '#/message' });
  if (!hold) return message;
  return invalid('invalid-content', `The message is not written for you here: ${hold.because}.`, {
    pointer: '#/message',
    detail: 'required: somebody sees it before it goes out',
  });
}

function checkMovable({ id, state, dueAt }: Commitment, now: number): void {
  if (state === 'kept') conflict('already-done', `Commitment ${id} is kept already.`);
  if (state === 'replaced') conflict('not-now', `Commitment ${id} was replaced by another one.`);
  if (state === 'broken' || dueAt <= now) {
    conflict(
      'not-now',
      `The date of ${id} has passed: it is broken. Keep it, or replace it with the customer's knowledge.`,
    );
  }
}
