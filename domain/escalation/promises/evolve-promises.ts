import type { Evolver } from '../evolver';
import type { Commitment, Escalation } from '../state';

function change(state: Escalation, commitmentId: string, to: (one: Commitment) => Partial<Commitment>): Escalation {
  const commitments = state.commitments.map((one) => (one.id === commitmentId ? { ...one, ...to(one) } : one));
  return { ...state, commitments };
}

const made: Evolver<'commitment.made'> = (state, { at, data }) => {
  const commitment: Commitment = {
    id: data.commitmentId,
    text: data.text,
    dueAt: data.dueAt,
    responsibleId: data.responsibleId,
    madeAt: data.madeAt ?? at,
    remedy: data.remedy ?? false,
    dependsOn: data.dependsOn ?? [],
    movedFrom: [],
    state: 'open',
    keptAt: null,
  };
  return { ...state, commitments: [...state.commitments, commitment] };
};

const moved: Evolver<'commitment.moved'> = (state, { data }) =>
  change(state, data.commitmentId, ({ movedFrom }) => ({ dueAt: data.dueAt, movedFrom: [...movedFrom, data.fromAt] }));

const kept: Evolver<'commitment.kept'> = (state, { data }) =>
  change(state, data.commitmentId, () => ({ state: 'kept', keptAt: data.keptAt }));

const replaced: Evolver<'commitment.replaced'> = (state, { data }) =>
  change(state, data.commitmentId, () => ({ state: 'replaced' }));

/** How promises to the customer change. */
export const promiseEvolvers = {
  'commitment.made': made,
  'commitment.moved': moved,
  'commitment.kept': kept,
  'commitment.replaced': replaced,
};
