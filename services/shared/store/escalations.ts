import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import { may, maySee } from '../../../domain/authority';
import type { CustomValues } from '../../../domain/custom-values';
import type { Person } from '../../../domain/people';
import { participantsOf } from '../../../domain/escalation/participants';
import type { Escalation } from '../../../domain/escalation/state';
import { openCursor, sealCursor } from './cursor';
import type { Database } from './database';
import { filters } from './escalation-filters';
import type { EscalationFilters } from './escalation-filters';
import type { EscalationSort } from './escalation-orders';
import { orderInSql } from './escalation-orders';
import type { EscalationRow } from './read-tables';
import type { Tables } from './tables';

/** An escalation's folded state with the wall clock moment of its last recording, from which its own now follows. */
export interface StoredEscalation {
  state: Escalation;
  lastRecordedAt: number;
}

/** A page of escalations. */
export interface EscalationQuery extends EscalationFilters {
  visibleTo: Person;
  sort?: EscalationSort;
  limit: number;
  cursor?: string;
  /** Also counts all that match; costs a scan. */
  withTotal?: boolean;
}

/** A row of a list: what the read model has in columns, without the state. */
export interface ListedEscalation {
  id: string;
  ref: string;
  status: string;
  stage: string | null;
  summary: string;
  level: string;
  score: number;
  owner: { id: string; name: string } | null;
  account: { id: string; name: string; tier: string | null };
  door: string;
  severity: string;
  rootCause: string | null;
  externalRef: string | null;
  breached: boolean;
  quiet: boolean;
  unheard: boolean;
  /** The next thing that happens by itself. */
  nextDueAt: number | null;
  /** The earliest end of an active clock, passed or to come. */
  dueAt: number | null;
  raisedAt: number;
  receivedAt: number;
  closedAt: number | null;
  settledAt: number | null;
  acknowledgedAt: number | null;
  csmId: string | null;
  contact: { name: string | null; email: string | null } | null;
  pauses: number;
  /** The pauses that are over. */
  pausedMs: number;
  pausedSince: number | null;
  pausedUntil: number | null;
  setLevel: string | null;
  setUntil: number | null;
  custom: CustomValues;
  seq: number;
  lastAt: number;
  lastRecordedAt: number;
}

/** A page with the cursor of the next one, null at the end. */
export interface EscalationPage {
  items: ListedEscalation[];
  nextCursor: string | null;
  total?: number;
}

/** One escalation by its id or its ref. */
export async function findEscalation(db: Database, idOrRef: string): Promise<StoredEscalation | null> {
  const row = await db.query
    .selectFrom('read.escalations')
    .select(['state', 'last_recorded_at'])
    .where((eb) => eb.or([eb('id', '=', idOrRef), eb('ref', 'in', [idOrRef, idOrRef.toUpperCase()])]))
    .executeTakeFirst();
  return row ? { state: row.state, lastRecordedAt: row.last_recorded_at } : null;
}

/** Whether somebody may see an escalation (domain/authority.ts). */
export function isVisibleTo(state: Escalation, person: Pick<Person, 'id' | 'roles'>): boolean {
  return maySee(person, { raisedById: state.raisedBy.id, participantIds: participantsOf(state) });
}

/** Those of these escalations that somebody may see. */
export async function visibleAmong(db: Database, person: Person, ids: readonly string[]): Promise<Set<string>> {
  if (may(person, 'see-all') || ids.length === 0) return new Set(ids);
  const rows = await db.query
    .selectFrom('read.escalations')
    .select('id')
    .where('id', 'in', [...ids])
    .where((eb) => eb.and(visibility(eb, person)))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** The ids and refs of those that are named, by either, and that somebody may see. */
export async function visibleRefs(
  db: Database,
  person: Pick<Person, 'id' | 'roles'>,
  named: readonly string[],
): Promise<{ id: string; ref: string }[]> {
  return db.query
    .selectFrom('read.escalations')
    .select(['id', 'ref'])
    .where((eb) =>
      eb.or([
        eb('id', '=', sql<string>`any(${named.map((one) => one.toLowerCase())})`),
        eb('ref', '=', sql<string>`any(${named.map((one) => one.toUpperCase())})`),
      ]),
    )
    .where((eb) => eb.and(visibility(eb, person)))
    .execute();
}

/**
 * Lists escalations page by page. Pages hang together by key, not by number: what is raised meanwhile neither shifts
 * nor repeats anything.
 * @throws InvalidCursor where the cursor is not one of this order.
 */
export async function listEscalations(db: Database, query: EscalationQuery): Promise<EscalationPage> {
  const sort = query.sort ?? '-raisedAt';
  const order = orderInSql(sort);
  const matching = matchingEscalations(db, query);
  const paged = query.cursor === undefined ? matching : matching.where(order.after(openCursor(sort, query.cursor)));
  const rows = await paged
    .select(LISTED)
    .select([order.key.as('sort_key'), order.then.as('then_key')])
    .orderBy(order.orderBy)
    .limit(query.limit + 1)
    .execute();
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined;
  const page: EscalationPage = {
    items: rows.slice(0, query.limit).map(listed),
    nextCursor: last ? sealCursor(sort, { key: last.sort_key, id: last.id, then: last.then_key ?? undefined }) : null,
  };
  if (query.withTotal) {
    const counted = await matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
    page.total = counted.total;
  }
  return page;
}

/** The ids of all that match, in their order as of one moment; `limit` at most. */
export async function listEscalationIds(db: Database, query: EscalationQuery): Promise<string[]> {
  const rows = await matchingEscalations(db, query)
    .select('id')
    .orderBy(orderInSql(query.sort ?? '-raisedAt').orderBy)
    .limit(query.limit)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Those that are under an umbrella, in the order in which they were raised. They say so themselves from their first
 * event on; the umbrella hears of them a moment later.
 */
export async function idsUnder(db: Database, umbrellaId: string): Promise<string[]> {
  const rows = await db.query
    .selectFrom('read.escalations')
    .select('id')
    .where('umbrella_id', '=', umbrellaId)
    .where('status', '!=', 'merged')
    .orderBy('raised_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The rows of these escalations in this order; one that is no more is left out. */
export async function listedByIds(db: Database, ids: readonly string[]): Promise<ListedEscalation[]> {
  const rows = await db.query
    .selectFrom('read.escalations')
    .select(LISTED)
    .where('id', '=', sql<string>`any(${[...ids]})`)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, listed(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The escalations that match and that this person may see, before anything is selected. */
export function matchingEscalations(db: Database, query: EscalationFilters & { visibleTo: Person }) {
  const now = Date.now();
  return db.query
    .selectFrom('read.escalations')
    .where((eb) => eb.and([...filters(eb, query, now), ...visibility(eb, query.visibleTo)]));
}

type Where = ExpressionBuilder<Tables, 'read.escalations'>;

/** As `maySee` has it: the participants' table holds those who raised, too. */
function visibility(eb: Where, person: Pick<Person, 'id' | 'roles'>): Expression<SqlBool>[] {
  if (may(person, 'see-all')) return [];
  const taken = eb.selectFrom('read.participants').select('escalation_id').where('person_id', '=', person.id);
  return [eb('id', 'in', taken)];
}

const LISTED = [
  ...(['id', 'ref', 'status', 'stage', 'summary', 'level', 'score', 'owner_id', 'owner_name'] as const),
  ...(['account_id', 'account_name', 'tier', 'door', 'severity', 'root_cause', 'external_ref'] as const),
  ...(['breached', 'quiet', 'unheard', 'next_due_at', 'due_at', 'raised_at', 'received_at'] as const),
  ...(['closed_at', 'settled_at', 'seq', 'last_at', 'last_recorded_at'] as const),
  ...(['csm_id', 'contact_name', 'contact_email', 'acknowledged_at'] as const),
  ...(['pauses', 'paused_ms', 'paused_since', 'paused_until', 'set_level', 'set_until', 'custom'] as const),
] as const;

function listed(row: Pick<EscalationRow, (typeof LISTED)[number]>): ListedEscalation {
  const { id, ref, status, stage, summary, level, score, door, severity, breached, quiet, unheard, seq } = row;
  return {
    ...{ id, ref, status, stage, summary, level, score, door, severity, breached, quiet, unheard, seq },
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? row.owner_id },
    account: { id: row.account_id, name: row.account_name, tier: row.tier },
    rootCause: row.root_cause,
    externalRef: row.external_ref,
    nextDueAt: row.next_due_at,
    dueAt: row.due_at,
    raisedAt: row.raised_at,
    receivedAt: row.received_at,
    closedAt: row.closed_at,
    settledAt: row.settled_at,
    acknowledgedAt: row.acknowledged_at,
    csmId: row.csm_id,
    pauses: row.pauses,
    pausedMs: row.paused_ms,
    pausedSince: row.paused_since,
    pausedUntil: row.paused_until,
    setLevel: row.set_level,
    setUntil: row.set_until,
    custom: row.custom,
    contact:
      row.contact_name === null && row.contact_email === null
        ? null
        : { name: row.contact_name, email: row.contact_email },
    lastAt: row.last_at,
    lastRecordedAt: row.last_recorded_at,
  };
}
