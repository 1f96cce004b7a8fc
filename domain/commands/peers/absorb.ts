import type { Draft } from '../../escalation/draft';
import { abandonMerge } from '../../escalation/together/abandon-merge';
import { takeOver } from '../../escalation/together/take-over';
import type { Estate, OtherEscalation } from '../../escalation/together/together';
import { conflict } from '../../rejection';
import type { PeerCommandDefinition } from './peer-command';

/** What the escalation that ends leaves to this one, and why. */
interface AbsorbBody {
  reason: string;
  estate: Estate;
}

/** Another escalation is merged into this one, which survives. */
export const absorb: PeerCommandDefinition<AbsorbBody> = {
  name: 'absorb',
  perform(draft, { body, peer }) {
    if (draft.state.absorbed.some(({ id }) => id === peer.id)) return;
    refuseMerged(draft, peer);
    settleCrossing(draft, peer);
    const { status, ref } = draft.state;
    if (status !== 'open' && status !== 'paused') {
      conflict('not-mergeable', `${ref} is ${status}: reopen it first, or merge the other way round.`);
    }
    takeOver(draft, peer, body.estate, body.reason);
  },
};

function refuseMerged({ state: { mergedInto, ref } }: Draft, peer: OtherEscalation): void {
  if (!mergedInto) return;
  if (mergedInto.id === peer.id) conflict('merges-cross', `${ref} was merged into ${peer.ref} in the same moment.`);
  conflict('merged-already', `${ref} was merged into ${mergedInto.ref}: merge it into that one.`);
}

/**
 * Two that are being merged into each other ask one another: the older one survives. It takes its own merge back, and
 * the younger one refuses, so exactly one of the two merges comes about whichever question arrives first.
 */
function settleCrossing(draft: Draft, peer: OtherEscalation): void {
  const { merging, ref } = draft.state;
  if (!merging) return;
  if (merging.id !== peer.id) conflict('merging', `${ref} is itself being merged into ${merging.ref}.`);
  if (!isOlder(draft.state, peer)) {
    conflict('merges-cross', `${ref} is being merged into ${peer.ref} in the same moment, which survives.`);
  }
  abandonMerge(draft, `${peer.ref} was merged into this one in the same moment.`);
}

/** By their refs, which count up. */
function isOlder(one: OtherEscalation, other: OtherEscalation): boolean {
  if (one.ref.length !== other.ref.length) return one.ref.length < other.ref.length;
  return one.ref === other.ref ? one.id < other.id : one.ref < other.ref;
}
