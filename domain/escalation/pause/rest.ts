import { advance } from '../../calendar/advance';
import { elapsed } from '../../calendar/elapsed';
import type { Notice } from '../../notice';
import { mayReach } from '../chain';
import type { Draft } from '../draft';
import { knownPerson } from '../known';
import { wordTo } from '../notices';
import { standInFor } from '../presence';
import type { Clock, Escalation } from '../state';
import { calendarOf } from '../terms';
import type { ResumeCause } from './pause';

/** Only what waits for our answer may wait for theirs: promises, tasks and decisions keep their dates. */
function rests({ for: kind, id, state }: Clock): boolean {
  return state === 'running' && id !== 'intake' && (kind === 'step' || kind === 'keep-informed');
}

/**
 * Lets the clocks of the steps rest from when the pause began; each keeps what is left in its calendar's time. Never the
 * acknowledgment's.
 */
export function restClocks(draft: Draft): void {
  const since = draft.state.pause?.sinceAt ?? draft.now;
  for (const clock of draft.state.clocks.filter(rests)) {
    draft.emit('clock.paused', { clockId: clock.id, leftMs: leftOf(draft.state, clock, since) });
  }
}

/** What is left of a running clock's budget at a moment. */
function leftOf(state: Escalation, clock: Clock, at: number): number {
  return Math.max(0, clock.leftMs - elapsed(calendarOf(state, clock.calendar), clock.runsFromAt, at));
}

/** Ends a pause: each clock goes on with what was left. */
export function resume(draft: Draft, cause: ResumeCause, reason: string | null): void {
  const { state, now } = draft;
  if (!state.pause) return;
  const pausedMs = now - state.pause.sinceAt;
  draft.emit('escalation.resumed', { cause, reason, pausedMs, notices: ownerAsked(draft, cause) });
  resumeClocks(draft);
}

/** Lets the clocks that rest go on with what was left. */
export function resumeClocks(draft: Draft): void {
  const { now } = draft;
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

/** The owner goes on, or whoever stands in for them; outside of their hours it waits in their inbox. */
function ownerAsked({ state, now, actor }: Draft, cause: ResumeCause): Notice[] {
  const owner = knownPerson(state, state.ownerId);
  if (!owner || state.quiet || (cause !== 'unanswered' && cause !== 'answered')) return [];
  const to = standInFor(state, owner, now) ?? owner;
  if (to.id === actor?.id) return [];
  const text =
    cause === 'answered'
      ? `The customer has answered: the clocks of ${state.ref} go on.`
      : `The customer has not answered by the date that was set: the clocks of ${state.ref} go on. Ask again, or go on without.`;
  return [wordTo(to.id, mayReach(state, to, now) ? 'mail' : 'inbox', 'pause-ended', state, text)];
}
