import { advance } from '../calendar/advance';
import { nextOpen } from '../calendar/hours';
import type { Anchor } from '../steps/plan-step';
import { remindedOf } from './chain';
import type { Draft } from './draft';
import { breachNotices } from './notices';
import { restClocks } from './pause/rest';
import type { Clock, ClockKind, Escalation } from './state';
import { calendarOf, clockTermsOf, termsOf } from './terms';

/** The clock with this id, if it was ever started. */
export function clockOf(state: Escalation, clockId: string): Clock | undefined {
  return state.clocks.find(({ id }) => id === clockId);
}

/** Whether a clock still watches: it runs, or has run out without an answer. */
export function isActive(clock: Clock): boolean {
  return clock.state === 'running' || (clock.state === 'breached' && clock.metAt === null);
}

/** Whether what a clock watches is still owed: it watches, or rests while we wait for the customer. */
export function isOwed(clock: Clock): boolean {
  return isActive(clock) || clock.state === 'paused';
}

/** Starts a clock in the calendar that the policy has for it, anew where it ran before under the same id. */
export function startClock(draft: Draft, id: string, kind: ClockKind, anchorAt: number, budgetMs: number): void {
  const { calendar = null } = clockTermsOf(draft.state, id, kind);
  const dueAt = advance(calendarOf(draft.state, calendar), anchorAt, budgetMs);
  const counted = calendar === null ? {} : { calendar };
  draft.emit('clock.started', { clockId: id, for: kind, anchorAt, budgetMs, dueAt, ...counted });
}

/** Starts the clocks of the plan that count from this anchor. */
export function startPlannedClocks(draft: Draft, anchor: Anchor, at: number): void {
  for (const { name, clock } of draft.state.plan) {
    const terms = clockTermsOf(draft.state, name, 'step');
    if (clock && (terms.anchor ?? clock.anchor) === anchor) {
      startClock(draft, name, 'step', at, terms.budgetMs ?? clock.budgetMs);
    }
  }
}

/**
 * Ends a clock because what it watches was done at `metAt`. Done after it ran out: breached and met, both. Done in
 * time but written down later: met, and the breach that was recorded meanwhile stays on record.
 */
export function meetClock(draft: Draft, clockId: string, metAt: number): void {
  const clock = clockOf(draft.state, clockId);
  if (!clock || !isOwed(clock)) return;
  const late = clock.state !== 'paused' && metAt > clock.dueAt;
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
  if (clock && isOwed(clock)) draft.emit('clock.cancelled', { clockId, because });
}

/** Whether the customer heard from us since this clock began, by an interim update or a recorded contact. */
function isInformed(state: Escalation, clock: Clock): boolean {
  return state.lastContactAt !== null && state.lastContactAt > clock.anchorAt;
}

/** Starts or restarts the clock that keeps the customer informed, from the last word they had from us. */
export function keepInformed(draft: Draft, lastWordAt: number): void {
  meetClock(draft, 'keep-informed', lastWordAt);
  startClock(draft, 'keep-informed', 'keep-informed', lastWordAt, keepInformedBudgetMs(draft.state));
  if (draft.state.pause) restClocks(draft);
}

/** The customer has heard from us: the time until the next word begins anew, from when it was spoken. */
export function customerHeard(draft: Draft, spokenAt: number): void {
  const clock = clockOf(draft.state, 'keep-informed');
  if (clock && isOwed(clock) && spokenAt > clock.anchorAt) keepInformed(draft, spokenAt);
}

/** How long the customer may go without word at this level. */
export function keepInformedBudgetMs(state: Escalation): number {
  const { budgetMs } = clockTermsOf(state, 'keep-informed', 'keep-informed');
  return budgetMs ?? state.policy.keepInformedMs[state.priority.level];
}

/**
 * When the responsible person of a running clock is to be reminded; null when they were, or there is nobody.
 * @param now where it is later than the reminder was due (an outage), their hours are asked anew from then
 */
export function reminderAt(state: Escalation, clock: Clock, now = 0): number | null {
  if (clock.state !== 'running' || clock.remindedAt !== null || state.quiet) return null;
  const share = answeredFrom(state, clock, Math.max(momentOfShare(state, clock, termsOf(state).reminderAtShare), now));
  const told = remindedOf(state, clock, share);
  if (!told) return null;
  const hours = state.policy.loudness[state.priority.level].reminder;
  const at = nextOpen(hours, state.policy, told.zone, share);
  return at < clock.dueAt ? at : null;
}

/** The moment itself, or the next one at which somebody answers where the rota has nobody for the clock until then. */
function answeredFrom(state: Escalation, clock: Clock, at: number): number {
  if (state.duty.length === 0 || remindedOf(state, clock, at)) return at;
  const changes = changesOfPresence(state).filter((one) => one > at);
  return changes.sort((one, other) => one - other).find((one) => remindedOf(state, clock, one)) ?? at;
}

/** When it may be another who answers: a shift begins, or somebody goes whose delegate is here, or comes back. */
function changesOfPresence({ duty, people }: Escalation): number[] {
  const absences = Object.values(people).flatMap((one) => one.absences ?? []);
  return [...duty.map(({ fromAt }) => fromAt), ...absences.flatMap(({ fromAt, untilAt }) => [fromAt, untilAt])];
}

/** When so much of a running clock's budget is used up, in its calendar's time; a share used before a pause is past. */
function momentOfShare(state: Escalation, clock: Clock, share: number): number {
  const usedBefore = clock.budgetMs - clock.leftMs;
  const still = Math.max(0, Math.round(clock.budgetMs * share) - usedBefore);
  return advance(calendarOf(state, clock.calendar), clock.runsFromAt, still);
}

/** Whether a clock has run out and still waits for its answer. */
export function isBreached(state: Escalation): boolean {
  return state.clocks.some((clock) => clock.state === 'breached' && isActive(clock));
}
