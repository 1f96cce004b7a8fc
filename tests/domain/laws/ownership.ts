import type { Law } from './law';
import { requiring } from './law';
import { here } from './line';

const ONE_OWNER = 'after the acknowledgment there is exactly one owner, always somebody known';
const oneOwner: Law = {
  name: ONE_OWNER,
  watch() {
    const require = requiring(ONE_OWNER);
    return {
      event(event, before, after) {
        const changed = before.ownerId !== after.ownerId;
        require(!changed || event.type === 'owner.assigned', () => `${event.type} changed the owner`);
        require(after.ownerId !== null || before.ownerId === null, () => 'the owner is gone');
      },
      rest(state) {
        const acknowledged = state.acknowledgedAt !== null;
        require(acknowledged === (state.ownerId !== null), () =>
          `owner ${state.ownerId}, acknowledged ${acknowledged}`);
        require(!state.ownerId || state.ownerId in state.people, () => `nobody knows the owner ${state.ownerId}`);
      },
    };
  },
};

const SENIOR = ['owner', 'manager', 'director', 'vp'];
const NAMED = 'whoever is named as owner is a senior person who is here';
const named: Law = {
  name: NAMED,
  watch() {
    const require = requiring(NAMED);
    return {
      event(event, before) {
        if (event.type !== 'owner.assigned') return;
        const owner = before.people[event.data.ownerId];
        require(!!owner && here(owner, event.at), () => `${event.data.ownerId} is away or unknown`);
        require(!!owner && owner.roles.some((role) => SENIOR.includes(role)), () =>
          `${owner?.id} is ${owner?.roles.join()}`);
      },
    };
  },
};

/** One owner, and the right kind of person. */
export const ownershipLaws: readonly Law[] = [oneOwner, named];
