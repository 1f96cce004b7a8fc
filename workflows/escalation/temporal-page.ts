import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { SearchAttributePair } from '@temporalio/common';
import { nextDue } from '../../domain/escalation/due';
import type { Escalation } from '../../domain/escalation/state';
import { attributePairs } from './search-attributes';

/** Keeps what Temporal's own pages show of an escalation true: its search attributes and a few lines of its story. */
export class TemporalPage {
  private shown: string;

  constructor(state: Escalation) {
    this.shown = JSON.stringify(attributePairs(state));
    setCurrentDetails(detailsOf(state));
  }

  /** Shows the present state; search attributes are written only when they change, once a transition. */
  show(state: Escalation): void {
    setCurrentDetails(detailsOf(state));
    const pairs: SearchAttributePair[] = attributePairs(state);
    const wanted = JSON.stringify(pairs);
    if (wanted === this.shown) return;
    this.shown = wanted;
    upsertSearchAttributes(pairs);
  }
}

/** No personal data and no words of the customer: this page is open to operators. */
function detailsOf(state: Escalation): string {
  const due = nextDue(state);
  const next = due ? `next due ${new Date(due.at).toISOString()}` : 'nothing due';
  const clocks = state.clocks.map(({ id, state: is, dueAt }) => `- ${id}: ${is}, due ${new Date(dueAt).toISOString()}`);
  return [
    `**${state.ref}** ${state.status}, ${state.priority.level}, round ${state.round}, ${next}`,
    '',
    ...clocks,
  ].join('\n');
}
