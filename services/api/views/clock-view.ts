import { isActive } from '../../../domain/escalation/clocks';
import { nextOfClock } from '../../../domain/escalation/due';
import type { Clock, Escalation } from '../../../domain/escalation/state';
import { isoDuration } from '../../../domain/iso-duration';
import type { EscalationView } from './escalation.schema';
import { iso, isoOrNull } from './moments';

type ClockView = EscalationView['clocks'][number];

/** A clock against the escalation's own now. */
export function clockView(state: Escalation, clock: Clock, now: number): ClockView {
  const runs = isActive(clock);
  const next = isLive(state) ? nextOfClock(state, clock) : null;
  return {
    id: clock.id,
    for: clock.for,
    startedAt: iso(clock.anchorAt),
    dueAt: iso(clock.dueAt),
    budget: isoDuration(clock.budgetMs),
    state: clock.state,
    calendar: clock.calendar,
    remaining: clock.state === 'paused' ? isoDuration(clock.leftMs) : runs ? isoDuration(clock.dueAt - now) : null,
    overdue: runs && now > clock.dueAt ? isoDuration(now - clock.dueAt) : null,
    remindedAt: isoOrNull(clock.remindedAt),
    breachedAt: isoOrNull(clock.breachedAt),
    metAt: isoOrNull(clock.metAt),
    heldUntil: isoOrNull(heldUntil(clock, now)),
    next: next && { rung: next.rung, at: iso(next.at) },
  };
}

function heldUntil(clock: Clock, now: number): number | null {
  const until = clock.chain?.heldUntil ?? null;
  return until !== null && until > now ? until : null;
}

/** Nothing happens by itself in an escalation that has ended. */
function isLive({ status }: Escalation): boolean {
  return status !== 'withdrawn' && status !== 'merged';
}
