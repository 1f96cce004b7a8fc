import { isoDuration } from '../../shared/duration';
import { ownNow } from '../../shared/own-now';
import type { ListedEscalation } from '../../shared/store/escalations';
import type { ClockRow } from '../../shared/store/read-tables';
import type { EscalationItemView } from './escalation.schema';
import { iso, isoOrNull } from './moments';

/** The columns of a list are plain text; what is in them was written by the fold, and so is one of these words. */
type Words = Pick<EscalationItemView, 'status' | 'door' | 'severity' | 'rootCause' | 'account'>;

/** An escalation of a list as JSON. */
export function escalationItemView(row: ListedEscalation, clocks: readonly ClockRow[]): EscalationItemView {
  const now = ownNow(row.lastAt, row.lastRecordedAt);
  const { status, door, severity, rootCause, account } = row as Words;
  const { id, ref, stage, summary, owner, level, score, externalRef, breached, quiet, unheard, seq } = row;
  return {
    ...{ id, ref, status, stage, summary, account, door, severity, owner },
    priority: { level: level as EscalationItemView['priority']['level'], score },
    ...{ breached, quiet, unheard, rootCause, externalRef, seq },
    nextDueAt: isoOrNull(row.nextDueAt),
    dueAt: isoOrNull(row.dueAt),
    raisedAt: iso(row.raisedAt),
    receivedAt: iso(row.receivedAt),
    closedAt: isoOrNull(row.closedAt),
    settledAt: isoOrNull(row.settledAt),
    now: iso(now),
    clocks: clocks.map((clock) => listedClockView(clock, now)),
  };
}

type ListedClockView = EscalationItemView['clocks'][number];

function listedClockView(clock: ClockRow, now: number): ListedClockView {
  const late = now > clock.due_at;
  return {
    id: clock.id,
    for: clock.kind as ListedClockView['for'],
    startedAt: iso(clock.anchor_at),
    dueAt: iso(clock.due_at),
    state: clock.state as ListedClockView['state'],
    remaining: isoDuration(clock.due_at - now),
    overdue: late ? isoDuration(now - clock.due_at) : null,
    breachedAt: isoOrNull(clock.breached_at),
    metAt: isoOrNull(clock.met_at),
    heldUntil: clock.held_until !== null && clock.held_until > now ? iso(clock.held_until) : null,
  };
}
