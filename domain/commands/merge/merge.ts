import type { Escalation } from '../../escalation/state';
import { nextAskId } from '../../escalation/together/ask-peer';
import { estateOf } from '../../escalation/together/estate';
import { namedOther } from '../../escalation/together/named-other';
import { MANAGER_UPWARDS } from '../../people';
import { conflict } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { MergeBody } from './merge.schema';

/** The same complaint by two doors is one escalation: this one ends, the other survives and owes what this one owed. */
export const merge: CommandDefinition<MergeBody> = {
  name: 'merge',
  title: 'Merge into another',
  help: 'This one ends; the other takes over its promises, tasks, contacts, and whatever is due earlier here.',
  by: ['the-owner', ...MANAGER_UPWARDS],
  in: ['open', 'paused', 'closed', 'merged'],
  asksOthers: true,
  ready: checkMergeable,
  perform(draft, { body, others = [] }) {
    const { state } = draft;
    const into = namedOther(others, body.intoId, '#/intoId');
    if (into.id === state.id) conflict('not-mergeable', 'An escalation cannot be merged into itself.');
    if (state.absorbed.some(({ id }) => id === into.id)) {
      conflict('merged-already', `${into.ref} was merged into this one: it is the one that survives.`);
    }
    draft.emit('merge.begun', {
      ...{ into, reason: body.reason, estate: estateOf(state) },
      deliveryId: nextAskId(draft),
    });
  },
};

function checkMergeable({ ref, mergedInto, approvals, children }: Escalation): void {
  if (mergedInto) conflict('merged-already', `${ref} was merged into ${mergedInto.ref} already.`);
  const undecided = approvals.find(({ state }) => state === 'open');
  if (undecided) conflict('not-mergeable', `${undecided.id} is not decided yet: decide it first, or take it back.`);
  if (children.length > 0) {
    conflict('not-mergeable', `${ref} is the umbrella of ${children.length} others: they would lose what they share.`);
  }
}
