import { owe, paid } from '../evolve-deliveries';
import type { Evolver } from '../evolver';
import type { Escalation } from '../state';
import { isOwedPromise } from './estate';
import type { OtherEscalation } from './together';

const without = (others: readonly OtherEscalation[], id: string) => others.filter((one) => one.id !== id);

const linked: Evolver<'link.added'> = (state, { data }) => ({
  ...state,
  links: [...state.links.filter(({ other }) => other.id !== data.other.id), data],
});

const unlinked: Evolver<'link.removed'> = (state, { data }) => ({
  ...state,
  links: state.links.filter(({ other }) => other.id !== data.otherId),
});

const mergeBegun: Evolver<'merge.begun'> = (state, { at, actor, data }) => {
  if (!actor) throw new Error('merge.begun without a person');
  const { deliveryId, into, reason, estate } = data;
  const body = { from: { id: state.id, ref: state.ref }, reason, estate };
  const ask = { id: deliveryId, requestedAt: at, overdue: false, kind: 'peer', to: into, command: 'absorb' } as const;
  return owe({ ...state, merging: into }, { ...ask, by: actor, body });
};

const mergeAbandoned: Evolver<'merge.abandoned'> = (state) => ({ ...state, merging: null });

/** Nothing is owed here any more: the other one owes it now. */
const merged: Evolver<'escalation.merged'> = (state, { data }) => ({
  ...state,
  status: 'merged',
  merging: null,
  mergedInto: data.into,
  commitments: state.commitments.map((one) => (isOwedPromise(one) ? { ...one, state: 'replaced' } : one)),
  tasks: state.tasks.map((one) =>
    one.state === 'open' ? { ...one, state: 'dropped', note: `goes on in ${data.into.ref}` } : one,
  ),
});

const absorbed: Evolver<'escalation.absorbed'> = (state, { data }) => ({
  ...state,
  absorbed: [...without(state.absorbed, data.from.id), data.from],
  otherContacts: [...state.otherContacts, ...data.contacts],
});

const umbrellaJoined: Evolver<'umbrella.joined'> = (state, { data }) => ({ ...state, umbrella: data.umbrella });

const umbrellaLeft: Evolver<'umbrella.left'> = (state) => ({ ...state, umbrella: null });

const umbrellaReleased: Evolver<'umbrella.released'> = (state, { data }) => ({
  ...state,
  children: without(state.children, data.child.id),
});

const umbrellaOpened: Evolver<'umbrella.opened'> = (state, { data }) => ({
  ...state,
  children: [...without(state.children, data.child.id), data.child],
});

const peerAsked: Evolver<'peer.asked'> = (state, { at, actor, data }) => {
  const { deliveryId, to, command, body } = data;
  const by = data.by ?? actor ?? { id: 'upstairs', name: 'Upstairs', title: 'System', roles: [] };
  return owe(state, { id: deliveryId, requestedAt: at, overdue: false, kind: 'peer', to, command, by, body });
};

const peerAnswered: Evolver<'peer.answered'> = (state: Escalation, { data }) => paid(state, data.deliveryId);

/** How what escalations have to do with each other changes the state. */
export const togetherEvolvers = {
  'link.added': linked,
  'link.removed': unlinked,
  'merge.begun': mergeBegun,
  'merge.abandoned': mergeAbandoned,
  'escalation.merged': merged,
  'escalation.absorbed': absorbed,
  'umbrella.joined': umbrellaJoined,
  'umbrella.left': umbrellaLeft,
  'umbrella.opened': umbrellaOpened,
  'umbrella.released': umbrellaReleased,
  'peer.asked': peerAsked,
  'peer.answered': peerAnswered,
};
