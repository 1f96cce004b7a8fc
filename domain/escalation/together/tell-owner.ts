import type { Notice, NoticeKind } from '../../notice';
import { mayReach } from '../chain';
import { knownPerson } from '../known';
import { wordTo } from '../notices';
import type { Escalation } from '../state';

/** Who did it, and when it is. */
export interface Done {
  byId: string | null;
  now: number;
}

/** Word to the owner, unless it was they who did it; by mail where that may reach them at this hour. */
export function ownerTold(state: Escalation, kind: NoticeKind, text: string, { byId, now }: Done): Notice[] {
  const owner = knownPerson(state, state.ownerId);
  if (!owner || owner.id === byId) return [];
  const via = !state.quiet && mayReach(state, owner, now) ? 'mail' : 'inbox';
  return [wordTo(owner.id, via, kind, state, text)];
}
