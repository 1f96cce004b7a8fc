import { advance } from '../../calendar/advance';
import { elapsed } from '../../calendar/elapsed';
import type { Draft } from '../draft';
import { wordTo } from '../notices';
import type { Clock, Escalation } from '../state';
import { calendarOf } from '../terms';
import type { ResumeCause } from './pause';

/** Only what waits for our answer may wait for theirs: promises, tasks and decisions keep their dates. */
function rests({ for: kind, id, state }: Clock): boolean {
  return state === 'running' && id !== 'intake' && (kind === 'step' || kind === 'keep-informed');
}

/** Lets the clocks of the steps rest; each keeps what is left in its calendar's time. Never the acknowledgment's. */
export function restClocks(draft: Draft): void {
  for (const clock of draft.state.clocks.filter(rests)) {
    draft.emit('clock.paused', { clockId: clock.id, leftMs: leftOf(draft.state, clock, draft.now) });
  }
}

/** What is left of a running clock's budget at a moment. */
function leftOf(state: Escalation, clock: Clock, now: number): number {
  return Math.max(0, clock.leftMs - elapsed(calendarOf(state, clock.calendar), clock.runsFromAt, now));
}

/** Ends a pause: each clock goes on with what was left. */
export function resume(draft: Draft, cause: ResumeCause, reason: string | null): void {
  const { state, now } = draft;
  if (!state.pause) return;
  const pausedMs = now - state.pause.sinceAt;
  draft.emit('escalation.resumed', { cause, reason, pausedMs, notices: ownerAsked(state, cause) });
  for (const clock of draft.state.clocks.filter((one) => one.state === 'paused')) {
    const dueAt = advance(calendarOf(draft.state, clock.calendar), now, clock.leftMs);
    draft.emit('clock.resumed', { clockId: clock.id, leftMs: clock.leftMs, dueAt });
  }
}

/** A pause whose date has come ends by itself, and asks the owner how it goes on. */
export function endPause(draft: Draft): void {
  const { pause } = draft.state;
  if (pause && pause.untilAt <= draft.now) resume(draft, 'unanswered', null);
}

function ownerAsked(state: Escalation, cause: ResumeCause) {
  if (!state.ownerId || (cause !== 'unanswered' && cause !== 'answered')) return [];
  const text =
    cause === 'answered'
      ? `The customer has answered: the clocks of ${state.ref} go on.`
      : `The customer has not answered by the date that was set: the clocks of ${state.ref} go on. Ask again, or go on without.`;
  return [wordTo(state.ownerId, 'mail', 'pause-ended', state, text)];
}
