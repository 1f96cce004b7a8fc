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
 * Gives the clocks of the steps that run or rest the terms that hold now, after the level, the tier or the policy has
 * changed. A clock is never shortened into a breach silently: one that would have run out already keeps its end, unless
 * somebody has said that it may (`breachToo`); then it runs out now.
 */
export function refitClocks(draft: Draft, because: string, breachToo: boolean): void {
  const { state, now } = draft;
  for (const refit of refitsOf(state, now)) {
    const before = clockOf(state, refit.clockId);
    if (refit.dueAt <= now && !(breachToo && before && hasTimeLeft(before, now))) continue;
    draft.emit('clock.moved', { ...refit, dueAt: Math.max(refit.dueAt, now), because });
  }
}

/** The clocks that would have run out already under the terms that hold now, though they have time left. */
export function wouldBreach(state: Escalation, now: number): Refit[] {
  return refitsOf(state, now).filter(({ clockId, dueAt }) => {
    const before = clockOf(state, clockId);
    return dueAt <= now && before !== undefined && hasTimeLeft(before, now);
  });
}

function hasTimeLeft({ state, dueAt, leftMs }: Clock, now: number): boolean {
  return state === 'paused' ? leftMs > 0 : dueAt > now;
}

function refitsOf(state: Escalation, now: number): Refit[] {
  return state.clocks.flatMap((clock) => {
    const counts = clock.state === 'running' || clock.state === 'paused';
    if (!counts || (clock.for !== 'step' && clock.for !== 'keep-informed')) return [];
    const refit = refitOf(state, clock, now);
    const { budgetMs, leftMs, calendar, dueAt } = refit;
    const sameEnd = clock.state === 'paused' ? leftMs === clock.leftMs : dueAt === clock.dueAt;
    return sameEnd && budgetMs === clock.budgetMs && calendar === clock.calendar ? [] : [refit];
  });
}

/** What was used up before stays used up; a clock that rests would be due so long after now. */
function refitOf(state: Escalation, clock: Clock, now: number): Refit {
  const { calendar = null } = clockTermsOf(state, clock.id, clock.for);
  const budgetMs = budgetNow(state, clock);
  const usedBefore = clock.budgetMs - clock.leftMs;
  const leftMs = Math.max(0, budgetMs - usedBefore);
  const fromAt = clock.state === 'paused' ? now : clock.runsFromAt;
  return { clockId: clock.id, budgetMs, leftMs, calendar, dueAt: advance(calendarOf(state, calendar), fromAt, leftMs) };
}

function budgetNow(state: Escalation, clock: Clock): number {
  if (clock.for === 'keep-informed') return keepInformedBudgetMs(state);
  const planned = state.plan.find(({ name }) => name === clock.id)?.clock;
  return clockTermsOf(state, clock.id, 'step').budgetMs ?? planned?.budgetMs ?? clock.budgetMs;
}
