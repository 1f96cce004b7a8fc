import { pausedTime } from '../../../domain/escalation/pause/paused-time';
import { isoDuration } from '../../../domain/iso-duration';
import { ownNow } from '../../shared/own-now';
import type { ListedEscalation } from '../../shared/store/escalations';
import type { OwedCommitments } from '../../shared/store/listed-commitments';
import { higher } from '../../shared/store/projection-chains';
import type { ClockRow } from '../../shared/store/read-tables';
import type { EscalationItemView } from './escalation.schema';
import { iso, isoOrNull } from './moments';

/** The columns of a list are plain text; what is in them was written by the fold, and so is one of these words. */
type Words = Pick<EscalationItemView, 'status' | 'door' | 'severity' | 'rootCause' | 'account'>;

/** What belongs to a row of a list and stands in other tables. */
export interface Listed {
  clocks: readonly ClockRow[];
  commitments: OwedCommitments | undefined;
}

/** An escalation of a list as JSON. */
export function escalationItemView(row: ListedEscalation, { clocks, commitments }: Listed): EscalationItemView {
  const now = ownNow(row.lastAt, row.lastRecordedAt);
  const { status, door, severity, rootCause, account } = row as Words;
  const { pausedMs, share } = pausedTime(row, now);
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
    acknowledgedAt: isoOrNull(row.acknowledgedAt),
    csmId: row.csmId,
    pauses: row.pauses,
    paused: isoDuration(pausedMs),
    pausedShare: share,
    pausedUntil: isoOrNull(row.pausedUntil),
    levelSetUntil: isoOrNull(row.setUntil),
    custom: row.custom,
    contact: row.contact,
    now: iso(now),
    next: nextOf(clocks),
    chain: chainOf(clocks),
    commitments: {
      open: commitments?.open ?? 0,
      broken: commitments?.broken ?? 0,
      nextDueAt: isoOrNull(commitments?.nextDueAt ?? null),
    },
    clocks: clocks.map((clock) => listedClockView(clock, now)),
  };
}

/** The earliest thing that a clock does next. */
function nextOf(clocks: readonly ClockRow[]): EscalationItemView['next'] {
  const first = clocks.reduce<{ clockId: string; rung: string; at: number } | null>((earliest, clock) => {
    const { id, next_rung: rung, next_at: at } = clock;
    if (rung === null || at === null || (earliest && earliest.at <= at)) return earliest;
    return { clockId: id, rung, at };
  }, null);
  return first && { ...first, at: iso(first.at) };
}

/** The highest rung told of a clock that has run out and is not answered; of several the one that is due longest. */
function chainOf(clocks: readonly ClockRow[]): EscalationItemView['chain'] {
  return clocks.reduce<EscalationItemView['chain']>((highest, { id, state, chain_rung: rung }) => {
    if (state !== 'breached' || rung === null || higher(highest?.rung, rung) === highest?.rung) return highest;
    return { clockId: id, rung };
  }, null);
}

type ListedClockView = EscalationItemView['clocks'][number];

function listedClockView(clock: ClockRow, now: number): ListedClockView {
  const rests = clock.state === 'paused';
  const late = !rests && now > clock.due_at;
  return {
    id: clock.id,
    for: clock.kind as ListedClockView['for'],
    startedAt: iso(clock.anchor_at),
    dueAt: iso(clock.due_at),
    state: clock.state as ListedClockView['state'],
    remaining: isoDuration(rests ? clock.left_ms : clock.due_at - now),
    overdue: late ? isoDuration(now - clock.due_at) : null,
    breachedAt: isoOrNull(clock.breached_at),
    metAt: isoOrNull(clock.met_at),
    heldUntil: clock.held_until !== null && clock.held_until > now ? iso(clock.held_until) : null,
    next: clock.next_rung === null || clock.next_at === null ? null : { rung: clock.next_rung, at: iso(clock.next_at) },
  };
}
