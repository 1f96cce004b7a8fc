import { cancelClock } from '../clocks';
import type { Draft } from '../draft';
import type { EventData } from '../events';
import { wordTo } from '../notices';

/** Takes the answer of another escalation, with what follows from it here. */
export function peerAnswered(draft: Draft, answer: EventData['peer.answered']): void {
  const { merging } = draft.state;
  draft.emit('peer.answered', answer);
  if (answer.command !== 'absorb' || merging?.id !== answer.to.id) return;
  if (answer.rejection) abandonMerge(draft, answer.rejection.detail);
  else endAsMerged(draft);
}

function endAsMerged(draft: Draft): void {
  const into = draft.state.merging;
  if (!into) return;
  for (const { id } of draft.state.clocks) cancelClock(draft, id, `merged into ${into.ref}`);
  draft.emit('escalation.merged', { into });
}

function abandonMerge(draft: Draft, because: string): void {
  const { state } = draft;
  const { merging: into, ownerId } = state;
  if (!into) return;
  const text = `${state.ref} was not merged into ${into.ref}: ${because}`;
  const notices = ownerId ? [wordTo(ownerId, 'inbox', 'merge-abandoned', state, text)] : [];
  draft.emit('merge.abandoned', { into, because, notices });
}
