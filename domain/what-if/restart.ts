import { clockOf, isOwed, keepInformedBudgetMs, startClock } from '../escalation/clocks';
import type { Draft } from '../escalation/draft';
import type { EscalationEvent, EventOf } from '../escalation/events';
import type { Escalation } from '../escalation/state';
import { clockTermsOf } from '../escalation/terms';
import type { Anchor } from '../steps/plan-step';

type Started = EventOf<'clock.started'>['data'];

/** Starts a clock that was started, with the time that it would have had; not where it would have counted from elsewhere. */
export function startAgain(draft: Draft, was: Escalation, started: Started): void {
  const { clockId, for: kind, anchorAt } = started;
  if (kind === 'step' && anchorOf(was, clockId) !== anchorOf(draft.state, clockId)) return;
  startClock(draft, clockId, kind, anchorAt, budgetOf(draft.state, was, started));
}

/** Starts the clocks that would count from what happened just now, and counted from something else. */
export function startOtherwiseAnchored(draft: Draft, was: Escalation, event: EscalationEvent): void {
  const moment = anchorMoment(draft.state, event);
  if (!moment) return;
  for (const { name, clock } of draft.state.plan) {
    if (!clock || anchorOf(draft.state, name) !== moment.anchor || anchorOf(was, name) === moment.anchor) continue;
    const running = clockOf(draft.state, name);
    if (running && isOwed(running)) continue;
    startClock(draft, name, 'step', moment.at, clockTermsOf(draft.state, name, 'step').budgetMs ?? clock.budgetMs);
  }
}

function anchorMoment(state: Escalation, event: EscalationEvent): { anchor: Anchor; at: number } | null {
  if (event.type === 'priority.assessed' && event.seq === 2) return { anchor: 'receipt', at: state.receivedAt };
  if (event.type === 'step.completed' && event.data.step === 'intake') {
    return { anchor: 'acknowledgment', at: event.data.occurredAt };
  }
  if (event.type !== 'escalation.reopened') return null;
  return { anchor: state.ownerId ? 'acknowledgment' : 'receipt', at: event.at };
}

function anchorOf(state: Escalation, step: string): Anchor | undefined {
  return clockTermsOf(state, step, 'step').anchor ?? state.plan.find(({ name }) => name === step)?.clock?.anchor;
}

/** What was recorded, unless the two policies say different things of this clock. */
function budgetOf(would: Escalation, was: Escalation, { clockId, for: kind, budgetMs }: Started): number {
  if (kind === 'keep-informed') {
    const terms = keepInformedBudgetMs(would);
    return terms === keepInformedBudgetMs(was) ? budgetMs : terms;
  }
  const [one, other] = [clockTermsOf(would, clockId, kind).budgetMs, clockTermsOf(was, clockId, kind).budgetMs];
  if (one === other) return budgetMs;
  return one ?? would.plan.find(({ name }) => name === clockId)?.clock?.budgetMs ?? budgetMs;
}
