import { nextRung } from './chain';
import { isActive, isOwed, reminderAt } from './clocks';
import { passOnAt } from './leavers/pass-on';
import type { Clock, Escalation } from './state';

/** The next thing that the escalation does by itself, and when. */
export type NextDue =
  | { kind: 'reminder' | 'breach' | 'rung'; clockId: string; at: number; rung: string }
  | { kind: 'undelivered'; deliveryId: string; at: number }
  | { kind: 'pause-end' | 'override-end' | 'left'; at: number };

/** What a clock does by itself. */
type NextOfClock = NextDue & { kind: 'reminder' | 'breach' | 'rung' };

/** What a clock does next by itself: its reminder, its breach, or a rung of its chain. */
export function nextOfClock(state: Escalation, clock: Clock, now = 0): NextOfClock | null {
  if (!isActive(clock)) return null;
  if (clock.state === 'running') {
    const reminder = reminderAt(state, clock, now);
    if (reminder !== null) return { kind: 'reminder', clockId: clock.id, at: reminder, rung: 'reminder' };
    return { kind: 'breach', clockId: clock.id, at: clock.dueAt, rung: 'breach' };
  }
  const rung = nextRung(state, clock, now);
  return rung && { kind: 'rung', clockId: clock.id, at: rung.at, rung: rung.rung };
}

/**
 * The one next thing due, on which the workflow's single timer is set. An open escalation always has one, unless it is
 * quiet with all of its clocks run out.
 * @param now the escalation's own now, where it may be later than what was due: what was missed outside of somebody's
 * hours waits for them
 */
export function nextDue(state: Escalation, now = 0): NextDue | null {
  const clocks = state.clocks.map((clock) => nextOfClock(state, clock, now));
  const deliveries = state.deliveries
    .filter(({ kind, overdue }) => kind === 'notice' && !overdue)
    .map<NextDue>(({ id, requestedAt }) => ({
      kind: 'undelivered',
      deliveryId: id,
      at: requestedAt + state.policy.undeliveredAfterMs,
    }));
  const pause: NextDue[] = state.pause ? [{ kind: 'pause-end', at: state.pause.untilAt }] : [];
  const override: NextDue[] =
    state.override && !hasEnded(state) ? [{ kind: 'override-end', at: state.override.untilAt }] : [];
  const leftAt = passOnAt(state, now);
  const left: NextDue[] = leftAt === null ? [] : [{ kind: 'left', at: leftAt }];
  return [...clocks, ...deliveries, ...pause, ...override, ...left].reduce<NextDue | null>(
    (earliest, one) => (one && (!earliest || one.at < earliest.at) ? one : earliest),
    null,
  );
}

/** Whether nothing more comes by itself: settled with every task done, withdrawn, or merged. */
export function hasEnded(state: Escalation): boolean {
  if (state.status === 'settled') return !state.clocks.some(isOwed);
  return state.status === 'withdrawn' || state.status === 'merged';
}
