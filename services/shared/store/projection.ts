import type { EscalationEvent } from '../../../domain/escalation/events';
import { isActive } from '../../../domain/escalation/clocks';
import { nextDue, nextOfClock } from '../../../domain/escalation/due';
import { evolve } from '../../../domain/escalation/evolve';
import { participantsOf } from '../../../domain/escalation/participants';
import { stageOf } from '../../../domain/escalation/stage';
import type { Escalation } from '../../../domain/escalation/state';
import { groupBy } from './grouping';
import { climb, type Climbed } from './projection-chains';
import { inboxRows, projectMessages } from './projection-messages';
import { approvalRows, commitmentRows } from './projection-agreements';
import { taskRows, teamColumns } from './projection-team';
import { waitingColumns } from './projection-waiting';
import { noRows, READ_TABLES } from './read-tables';
import { searchable } from './search-words';
import type { ClockRow, EscalationRow, InboxRow, MessageRow, ParticipantRow, ReadRows } from './read-tables';

/** An event with the wall clock moment at which it was first written down. */
export interface RecordedEvent {
  event: EscalationEvent;
  recordedAt: number;
}

/** An escalation as far as it is folded: its state, how far its chains went, and those messages that the fold may touch. */
export interface Folded {
  state: Escalation;
  lastRecordedAt: number;
  climbed: Climbed;
  messages: ReadonlyMap<string, MessageRow>;
}

/** What a fold changes in the read model: rows to be written whole, and participants who are none any more. */
export interface Projection {
  after: Folded;
  rows: ReadRows;
  gone: ParticipantRow[];
}

/** Folds events into an escalation and tells which rows of the read model change by it. Pure. */
export function project(before: Folded | null, recorded: readonly RecordedEvent[]): Projection {
  let state: Escalation | null = before?.state ?? null;
  let lastRecordedAt = before?.lastRecordedAt ?? 0;
  let climbed: Climbed = before?.climbed ?? {};
  const messages = new Map(before?.messages);
  const inbox = new Map<string, InboxRow>();
  for (const { event, recordedAt } of recorded) {
    state = evolve(state, event);
    lastRecordedAt = recordedAt;
    climbed = climb(climbed, event);
    projectMessages(messages, state, event);
    for (const row of inboxRows(state.id, event)) inbox.set(row.notice_id, row);
  }
  if (!state) throw new Error('nothing to fold: an escalation begins with its events');
  const rowsBefore = before && stateRows(before.state, before.climbed);
  const rowsAfter = stateRows(state, climbed);
  return {
    after: { state, lastRecordedAt, climbed, messages },
    rows: {
      escalations: [escalationRow(state, lastRecordedAt)],
      clocks: changed(rowsBefore?.clocks, rowsAfter.clocks),
      commitments: changed(rowsBefore?.commitments, rowsAfter.commitments),
      approvals: changed(rowsBefore?.approvals, rowsAfter.approvals),
      tasks: changed(rowsBefore?.tasks, rowsAfter.tasks),
      participants: changed(rowsBefore?.participants, rowsAfter.participants),
      inbox: [...inbox.values()],
      messages: [...messages.values()].filter((row) => before?.messages.get(row.id) !== row),
    },
    gone: changed(rowsAfter.participants, rowsBefore?.participants ?? []),
  };
}

/** All rows of escalations from their whole journals, which follow one another. Pure. */
export function projectAll(recorded: readonly (RecordedEvent & { escalationId: string })[]): ReadRows {
  const journals = groupBy(recorded, ({ escalationId }) => escalationId);
  const all = noRows();
  for (const journal of journals.values()) {
    const { rows } = project(null, journal);
    for (const table of READ_TABLES) (all[table] as unknown[]).push(...rows[table]);
  }
  return all;
}

/** The rows of `after` that are not among `before`. */
function changed<Row>(before: readonly Row[] | undefined, after: readonly Row[]): Row[] {
  const known = new Set(before?.map((row) => JSON.stringify(row)));
  return after.filter((row) => !known.has(JSON.stringify(row)));
}

function stateRows(
  state: Escalation,
  climbed: Climbed,
): Pick<ReadRows, 'clocks' | 'commitments' | 'approvals' | 'tasks' | 'participants'> {
  return {
    clocks: clockRows(state, climbed),
    commitments: commitmentRows(state),
    approvals: approvalRows(state),
    tasks: taskRows(state),
    participants: participantRows(state),
  };
}

function escalationRow(state: Escalation, lastRecordedAt: number): EscalationRow {
  const { complaint } = state;
  const owed = state.clocks.filter(isActive);
  return {
    id: state.id,
    ref: state.ref,
    status: state.status,
    stage: stageOf(state),
    level: state.priority.level,
    score: state.priority.score,
    owner_id: state.ownerId,
    owner_name: state.ownerId === null ? null : (state.people[state.ownerId]?.name ?? null),
    account_id: complaint.account.id,
    account_name: complaint.account.name,
    tier: complaint.account.tier,
    door: complaint.door,
    severity: complaint.severity,
    root_cause: state.rootCause,
    external_ref: complaint.externalRef,
    breached: owed.some((clock) => clock.state === 'breached'),
    quiet: state.quiet,
    unheard: state.unheard.length > 0,
    next_due_at: nextDue(state)?.at ?? null,
    due_at: owed.length === 0 ? null : Math.min(...owed.map(({ dueAt }) => dueAt)),
    raised_at: state.raisedAt,
    received_at: state.receivedAt,
    closed_at: state.closedAt,
    settled_at: state.settledAt,
    raised_by: state.raisedBy.id,
    csm_id: complaint.account.csmId,
    contact_name: complaint.contact?.name ?? null,
    contact_email: complaint.contact?.email ?? null,
    acknowledged_at: state.acknowledgedAt,
    umbrella_id: state.umbrella?.id ?? null,
    merged_into_id: state.mergedInto?.id ?? null,
    policy_version: state.policy.version,
    ...teamColumns(state),
    ...waitingColumns(state),
    summary: complaint.summary,
    search_text: searchText(state),
    state,
    seq: state.seq,
    last_at: state.lastAt,
    last_recorded_at: lastRecordedAt,
  };
}

/** A long narrative's beginning is enough to find it by, and keeps the index small. */
const SEARCHED_NARRATIVE = 2_000;

function searchText({ ref, complaint }: Escalation): string {
  const { account, contact, externalRef, summary, narrative } = complaint;
  const parts = [ref, summary, account.name, externalRef, contact?.name, contact?.email];
  return searchable([...parts, narrative.slice(0, SEARCHED_NARRATIVE)].filter(Boolean).join('\n'));
}

function clockRows(state: Escalation, climbed: Climbed): ClockRow[] {
  // Nothing happens by itself in an escalation that has ended.
  const live = state.status !== 'withdrawn' && state.status !== 'merged';
  return state.clocks.map((clock) => {
    const next = live ? nextOfClock(state, clock) : null;
    return {
      escalation_id: state.id,
      id: clock.id,
      kind: clock.for,
      cycle: clock.cycle,
      anchor_at: clock.anchorAt,
      budget_ms: clock.budgetMs,
      left_ms: clock.leftMs,
      due_at: clock.dueAt,
      state: clock.state,
      met_at: clock.metAt,
      breached_at: clock.breachedAt,
      reminded_at: clock.remindedAt,
      chain_run: clock.chain?.run ?? null,
      chain_fired: clock.chain?.fired ?? null,
      next_rung_at: clock.chain?.nextAt ?? null,
      held_until: clock.chain?.heldUntil ?? null,
      next_at: next?.at ?? null,
      next_rung: next?.rung ?? null,
      chain_rung: climbed[clock.id] ?? null,
    };
  });
}

function participantRows(state: Escalation): ParticipantRow[] {
  return participantsOf(state).map((id) => ({ escalation_id: state.id, person_id: id }));
}
