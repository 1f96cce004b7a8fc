import type { Draft } from '../draft';
import { ownerTold } from './tell-owner';
import type { OtherEscalation } from './together';

/** The umbrella is there no more: what it has not done is this escalation's own again, and its owner is told. */
export function leaveLost(draft: Draft, umbrella: OtherEscalation, because: string, byId: string | null): void {
  const { state, now } = draft;
  const text = `${state.ref} is under ${umbrella.ref} no more: ${because} What it has not done is to be done here.`;
  draft.emit('umbrella.left', { umbrella, because, notices: ownerTold(state, 'umbrella-lost', text, { byId, now }) });
}
