import { cancelClock } from '../clocks';
import type { Draft } from '../draft';
import type { EventData } from '../events';
import { resume } from '../pause/rest';
import { abandonMerge } from './abandon-merge';
import { askPeer } from './ask-peer';
import { leaveLost } from './leave-lost';
import { ownerTold } from './tell-owner';
import type { OtherEscalation } from './together';

/** Takes the answer of another escalation, with what follows from it here. */
export function peerAnswered(draft: Draft, answer: EventData['peer.answered']): void {
  const { merging, umbrella, deliveries } = draft.state;
  const asked = deliveries.find(({ id }) => id === answer.deliveryId);
  draft.emit('peer.answered', answer);
  const { to, command, rejection } = answer;
  if (command === 'absorb' && merging?.id === to.id) {
    if (rejection) abandonMerge(draft, rejection.detail);
    else endAsMerged(draft, to, asked?.kind === 'peer' ? asked.by.id : null);
  }
  if (command === 'adopt-child' && rejection && umbrella?.id === to.id) {
    const byId = asked?.kind === 'peer' ? asked.by.id : null;
    leaveLost(draft, umbrella, rejection.detail, byId);
  }
}

function endAsMerged(draft: Draft, into: OtherEscalation, byId: string | null): void {
  if (draft.state.pause) resume(draft, 'merged', null);
  for (const { id } of draft.state.clocks) cancelClock(draft, id, `merged into ${into.ref}`);
  const text = `${draft.state.ref} was merged into ${into.ref}: its promises, tasks and clocks go on there.`;
  const notices = ownerTold(draft.state, 'merged', text, { byId, now: draft.now });
  draft.emit('escalation.merged', { into, notices });
  const { umbrella } = draft.state;
  if (umbrella) askPeer(draft, umbrella, 'release-child', { because: `It was merged into ${into.ref}.` });
}
