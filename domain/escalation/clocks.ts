import { nextOpen } from '../calendar/hours';
import { responsibleFor } from './chain';
import type { Draft } from './draft';
import { breachNotices } from './notices';
import type { Clock, ClockKind, Escalation } from './state';

/** The clock with this id, if it was ever started. */
export function clockOf(state: Escalation, clockId: string): Clock | undefined {
  return state.clocks.find(({ id }) => id === clockId);
}

/** Whether a clock still watches: it runs, or has run out without an answer. */
export function isActive(clock: Clock): boolean {
  return clock.state === 'running' || (clock.state === 'breached' && clock.metAt === null);
}

/** Starts a clock, anew where it ran before under the same id. */
export function startClock(draft: Draft, id: string, kind: ClockKind, anchorAt: number, budgetMs: number): void {
  draft.emit('clock.started', { clockId: id, for: kind, anchorAt, budgetMs, dueAt: anchorAt + budgetMs });
}

/** Starts the clocks of the plan that count from this anchor. */
export function startPlannedClocks(draft: Draft, anchor: 'receipt' | 'acknowledgment' | 'closure', at: number): void {
  for (const { name, clock } of draft.state.plan) {
    if (clock?.anchor === anchor) startClock(draft, name, 'step', at, clock.budgetMs);
  }
}

/**
 * Ends a clock because what it watches was done at `metAt`. Done after it ran out: breached and met, both. Done in
 * time but written down later: met, and the breach that was recorded meanwhile stays on record.
 */
export function meetClock(draft: Draft, clockId: string, metAt: number): void {
  const clock = clockOf(draft.state, clockId);
  if (!clock || !isActive(clock)) return;
  const late = metAt > clock.dueAt;
  if (late && clock.state === 'running') {
    breachClock(draft, clock);
  }
  draft.emit('clock.met', { clockId, metAt, late, recordedLate: !late && clock.state === 'breached' });
}

/** Records that a clock has run out, and tells those who learn of it besides the chain. */
export function breachClock(draft: Draft, clock: Clock): void {
  const { state, now } = draft;
  const notices = state.quiet ? [] : breachNotices(state, clock, now);
  const customerInformed = isInformed(state, clock);
  draft.emit('clock.breached', { clockId: clock.id, dueAt: clock.dueAt, customerInformed, notices });
}

/** Ends a clock without an answer: what it watched is no longer owed. */
export function cancelClock(draft: Draft, clockId: string, because: string): void {
  const clock = clockOf(draft.state, clockId);
  if (clock && isActive(clock)) draft.emit('clock.cancelled', { clockId, because });
}

/** Whether the customer heard from us since this clock began, by an interim update or a recorded contact. */
function isInformed(state: Escalation, clock: Clock): boolean {
  return state.lastContactAt !== null && state.lastContactAt > clock.anchorAt;
}

/** Starts or restarts the clock that keeps the customer informed, from the last word they had from us. */
export function keepInformed(draft: Draft, lastWordAt: number): void {
  meetClock(draft, 'keep-informed', lastWordAt);
  startClock(draft, 'keep-informed', 'keep-informed', lastWordAt, keepInformedBudgetMs(draft.state));
}

/** How long the customer may go without word at this level. */
export function keepInformedBudgetMs(state: Escalation): number {
  return state.policy.keepInformedMs[state.priority.level];
}

/**
 * When the responsible person of a running clock is to be reminded; null when they were, or there is nobody.
 * @param now where it is later than the reminder was due (an outage), their hours are asked anew from then
 */
export function reminderAt(state: Escalation, clock: Clock, now = 0): number | null {
  if (clock.state !== 'running' || clock.remindedAt !== null || state.quiet) return null;
  const responsible = responsibleFor(state, clock);
  if (!responsible) return null;
  const share = clock.anchorAt + Math.round(clock.budgetMs * state.policy.reminderAtShare);
  const hours = state.policy.loudness[state.priority.level].reminder;
  const at = nextOpen(hours, state.policy, responsible.zone, Math.max(share, now));
  return at < clock.dueAt ? at : null;
}

/** Whether a clock has run out and still waits for its answer. */
export function isBreached(state: Escalation): boolean {
  return state.clocks.some((clock) => clock.state === 'breached' && isActive(clock));
}
