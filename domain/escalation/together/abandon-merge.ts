import type { Draft } from '../draft';
import { wordTo } from '../notices';

/** Takes a merge back because the other one could not take it: everything here goes on as before. */
export function abandonMerge(draft: Draft, because: string): void {
  const { state } = draft;
  const { merging: into, ownerId } = state;
  if (!into) return;
  const text = `${state.ref} was not merged into ${into.ref}: ${because}`;
  const notices = ownerId ? [wordTo(ownerId, 'inbox', 'merge-abandoned', state, text)] : [];
  draft.emit('merge.abandoned', { into, because, notices });
}
