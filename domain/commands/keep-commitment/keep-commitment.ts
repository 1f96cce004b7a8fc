import { meetClock } from '../../escalation/clocks';
import { happenedAt } from '../../escalation/spoken';
import { answersFor, managesHere, ownsHere } from '../../escalation/standing';
import { MANAGER_UPWARDS } from '../../people';
import { conflict, forbidden, invalid } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { KeepCommitmentBody } from './keep-commitment.schema';

/** A promise was kept: its clock is met at the moment when it was. */
export const keepCommitment: CommandDefinition<KeepCommitmentBody> = {
  name: 'keep-commitment',
  title: 'Keep a commitment',
  help: 'What was promised is done.',
  by: ['the-owner', 'the-responsible', ...MANAGER_UPWARDS],
  in: ['open', 'paused'],
  ready(state) {
    if (!state.commitments.some((one) => one.state === 'open' || one.state === 'broken')) {
      conflict('not-now', 'No commitment is open.');
    }
  },
  perform(draft, { body, by }) {
    const { state } = draft;
    const commitment = state.commitments.find(({ id }) => id === body.commitmentId);
    if (!commitment) {
      const detail = `one of ${state.commitments.map(({ id }) => id).join(', ')}`;
      invalid('unknown-commitment', `There is no commitment "${body.commitmentId}" here.`, {
        pointer: '#/commitmentId',
        detail,
      });
    }
    if (commitment.state === 'kept') conflict('already-done', `Commitment ${commitment.id} is kept already.`);
    if (commitment.state === 'replaced')
      conflict('not-now', `Commitment ${commitment.id} was replaced by another one.`);
    const theirs =
      answersFor(state, commitment.responsibleId, by, draft.now) ||
      ownsHere(state, by, draft.now) ||
      managesHere(state, by);
    if (!theirs) forbidden('Only the one who promised, the owner or a manager upwards may say that it is kept.');
    const keptAt = happenedAt(state, body.occurredAt, draft.now, '#/occurredAt');
    draft.emit('commitment.kept', { commitmentId: commitment.id, keptAt, note: body.note ?? null });
    meetClock(draft, `commitment:${commitment.id}`, keptAt);
  },
};
