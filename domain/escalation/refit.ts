import { advance } from '../calendar/advance';
import { clockOf, keepInformedBudgetMs } from './clocks';
import type { Draft } from './draft';
import type { Clock, Escalation } from './state';
import { calendarOf, clockTermsOf } from './terms';

/** What a clock becomes under other terms. */
export interface Refit {
  clockId: string;
  budgetMs: number;
  leftMs: number;
  calendar: string | null;
  dueAt: number;
}

/**
 * Gives the running clocks of the steps the terms that hold now, after the level, the tier or the policy has changed. A
 * clock is never shortened into a breach silently: one that would have run out already keeps its end, unless somebody
 * has said that it may (`breachToo`); then it runs out now.
 */
export function refitClocks(draft: Draft, because: string, breachToo: boolean): void {
  for (const refit of refitsOf(draft.state)) {
    const ranOut = refit.dueAt <= draft.now;
    const before = clockOf(draft.state, refit.clockId);
    if (ranOut && (!breachToo || !before || before.dueAt <= draft.now)) continue;
    draft.emit('clock.moved', { ...refit, dueAt: Math.max(refit.dueAt, draft.now), because });
  }
}

/** The clocks that would have run out already under the terms that hold now, though they run. */
export function wouldBreach(state: Escalation, now: number): Refit[] {
  return refitsOf(state).filter(({ clockId, dueAt }) => dueAt <= now && (clockOf(state, clockId)?.dueAt ?? 0) > now);
}

function refitsOf(state: Escalation): Refit[] {
  return state.clocks.flatMap((clock) => {
    if (clock.state !== 'running' || (clock.for !== 'step' && clock.for !== 'keep-informed')) return [];
    const refit = refitOf(state, clock);
    return refit.dueAt === clock.dueAt && refit.budgetMs === clock.budgetMs ? [] : [refit];
  });
}

/** What was used up before stays used up. */
function refitOf(state: Escalation, clock: Clock): Refit {
  const { calendar = null } = clockTermsOf(state, clock.id, clock.for);
  const budgetMs = budgetNow(state, clock);
  const usedBefore = clock.budgetMs - clock.leftMs;
  const leftMs = Math.max(0, budgetMs - usedBefore);
  const dueAt = advance(calendarOf(state, calendar), clock.runsFromAt, leftMs);
  return { clockId: clock.id, budgetMs, leftMs, calendar, dueAt };
}

function budgetNow(state: Escalation, clock: Clock): number {
  if (clock.for === 'keep-informed') return keepInformedBudgetMs(state);
  const planned = state.plan.find(({ name }) => name === clock.id)?.clock;
  return clockTermsOf(state, clock.id, 'step').budgetMs ?? planned?.budgetMs ?? clock.budgetMs;
}
