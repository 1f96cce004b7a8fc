import { cancelClock } from '../../escalation/clocks';
import { informCustomer } from '../../escalation/inform-customer';
import { checkPromises, makePromises, promisesTold } from '../../escalation/promises/make-promises';
import { namedCommitment } from '../../escalation/promises/named-commitment';
import type { Commitment } from '../../escalation/state';
import { MANAGER_UPWARDS } from '../../people';
import { conflict } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { ReplaceCommitmentBody } from './replace-commitment.schema';

const here = () => '#';

/** A broken promise is replaced by another one, with the customer's knowledge; that it was broken stays on record. */
export const replaceCommitment: CommandDefinition<ReplaceCommitmentBody> = {
  name: 'replace-commitment',
  title: 'Replace a commitment',
  help: 'Another promise in the place of a broken one, which the customer is told. The broken one stays on record.',
  by: ['the-owner', ...MANAGER_UPWARDS],
  in: ['open', 'paused'],
  ready(state) {
    if (!state.commitments.some((one) => one.state === 'broken')) conflict('not-now', 'No commitment is broken.');
  },
  tells: ({ message, ...promise }) => ({ message, pointer: '#/message', promises: promisesTold([promise], here) }),
  perform(draft, { body: { commitmentId, reason, message, sendAllTheSame, ...promise } }) {
    checkReplaceable(namedCommitment(draft.state, commitmentId));
    checkPromises(draft, [promise], here, sendAllTheSame === true);
    informCustomer(draft, message, { pointer: '#/message', asks: false, with: 'replace-commitment' });
    const [byId = ''] = makePromises(draft, [promise]);
    draft.emit('commitment.replaced', { commitmentId, byId, reason });
    cancelClock(draft, `commitment:${commitmentId}`, `replaced by ${byId}`);
  },
};

function checkReplaceable({ id, state }: Commitment): void {
  if (state === 'kept' || state === 'replaced') conflict('already-done', `Commitment ${id} is ${state} already.`);
  if (state === 'open') conflict('not-now', `The date of ${id} has not passed: move it instead.`);
}
