import { leaveLost } from '../../escalation/together/leave-lost';
import { shareDone } from '../../escalation/together/shared-steps';
import type { Escalation } from '../../escalation/state';
import { conflict } from '../../rejection';
import type { PeerCommandDefinition } from './peer-command';

/** More customers than this are no outage any more, but all of them. */
const MOST_CHILDREN = 500;

/** Another escalation comes under this one, or asks for what is done here. */
export const adoptChild: PeerCommandDefinition<{ ready: boolean }> = {
  name: 'adopt-child',
  perform(draft, { body, peer }) {
    const { state } = draft;
    const known = state.children.some(({ id }) => id === peer.id);
    if (!known || state.status === 'withdrawn') checkAdopts(state, 1);
    if (!known) {
      draft.emit('umbrella.opened', { child: peer });
    }
    if (body.ready) shareDone(draft, peer);
  },
};

/** Another escalation leaves this one. */
export const releaseChild: PeerCommandDefinition<{ because: string }> = {
  name: 'release-child',
  perform(draft, { body, peer }) {
    if (!draft.state.children.some(({ id }) => id === peer.id)) return;
    draft.emit('umbrella.released', { child: peer, because: body.because });
  },
};

/** The umbrella of this escalation was withdrawn. */
export const loseUmbrella: PeerCommandDefinition<{ because: string }> = {
  name: 'lose-umbrella',
  perform(draft, { body: { because }, by, peer }) {
    if (draft.state.umbrella?.id === peer.id) leaveLost(draft, peer, because, by.id);
  },
};

/** Refuses, by `Rejected`, where so many more cannot come under this escalation. */
export function checkAdopts(state: Escalation, more: number): void {
  const { ref, status, mergedInto, merging, umbrella, children } = state;
  if (status === 'withdrawn') conflict('not-joinable', `${ref} was withdrawn.`);
  const into = mergedInto ?? merging;
  if (into) conflict('not-joinable', `${ref} is merged into ${into.ref}: join that one.`);
  if (status === 'settled') conflict('not-joinable', `${ref} is settled.`);
  if (umbrella) conflict('not-joinable', `${ref} is itself under the umbrella ${umbrella.ref}: join that one.`);
  if (children.length + more > MOST_CHILDREN) {
    conflict('not-joinable', `${ref} has ${children.length} under it already, and takes ${MOST_CHILDREN} at most.`);
  }
}
