import { DateTime } from 'luxon';
import type { Person } from '../../domain/people';
import type { Database } from '../shared/store/database';
import type { CustomWanted, EscalationFilters, Span } from '../shared/store/escalation-filters';
import { readPreferences } from '../shared/store/preferences';
import type { EscalationFilterQuery } from './views/escalation-filters.schema';

/** A request's filters as the store takes them: `me` is the caller, today is that of the caller's zone. */
export async function filtersFor(
  db: Database,
  query: EscalationFilterQuery,
  caller: Person,
): Promise<EscalationFilters & { visibleTo: Person }> {
  const { due_before: dueBefore, raised_from: raisedFrom, raised_to: raisedTo, due_within: dueWithinMs } = query;
  const { id, status, stage, accountId, level, severity, tier, door, rootCause } = query;
  const { umbrellaId, mergedIntoId } = query;
  const { open, breached, overdue, acknowledged, unheard, quiet, q } = query;
  return {
    ...{ id, status, stage, accountId, level, severity, tier, door, rootCause },
    ...{ umbrellaId, mergedIntoId },
    ...{ open, breached, overdue, acknowledged, unheard, quiet, q },
    ...{ dueBefore, raisedFrom, raisedTo, dueWithinMs },
    policyVersion: query.policyVersion?.map(Number),
    awaitingApproval: query.awaiting_approval,
    levelSet: query.level_set,
    everPaused: query.ever_paused,
    custom: query.custom?.map(customWanted),
    ownerId: named(query.ownerId, caller),
    csmId: named(query.csmId, caller),
    escalationManagerId: named(query.escalationManagerId, caller),
    sponsorId: named(query.sponsorId, caller),
    taskOwnerId: named(query.taskOwnerId, caller),
    teamMemberId: named(query.teamMemberId, caller),
    ...(query.promised_today && { promised: await todayOf(db, caller) }),
    visibleTo: caller,
  };
}

/** The present day where this person is: by their preferences, else by the directory. */
export async function todayOf(db: Database, person: Person, now = Date.now()): Promise<Span> {
  const { timeZone } = await readPreferences(db, person.id);
  const day = DateTime.fromMillis(now, { zone: timeZone ?? person.zone.name }).startOf('day');
  // Midnight is skipped in some zones when the clocks change; luxon then gives the first moment of the day.
  return { fromAt: day.toMillis(), toAt: day.plus({ days: 1 }).toMillis() };
}

function named(ids: readonly string[] | undefined, { id: callerId }: Person): string[] | undefined {
  return ids?.map((id) => (id === 'me' ? callerId : id));
}

function customWanted(written: string): CustomWanted {
  const colon = written.indexOf(':');
  return { name: written.slice(0, colon), value: written.slice(colon + 1) };
}
