import type { Escalation } from '../../../domain/escalation/state';
import type { EscalationView } from './escalation.schema';

const MOST_CHILDREN_SHOWN = 50;

type Together = Pick<
  EscalationView,
  'links' | 'umbrella' | 'children' | 'merging' | 'mergedInto' | 'absorbed' | 'otherContacts'
>;

/** What an escalation has to do with others. */
export function togetherView(state: Escalation): Together {
  const { links, umbrella, children, merging, mergedInto, absorbed, otherContacts } = state;
  return {
    links: links.map(({ kind, other, note }) => ({ kind, other, note })),
    umbrella,
    children: { count: children.length, first: children.slice(0, MOST_CHILDREN_SHOWN) },
    merging,
    mergedInto,
    absorbed: [...absorbed],
    otherContacts: [...otherContacts],
  };
}
