import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import { WALL_DUE_AT } from './escalation-orders';
import { searchQuery } from './search-words';
import type { Tables } from './tables';

/** Which escalations a list holds; several values of a filter mean any of them. Moments are epoch milliseconds. */
export interface EscalationFilters {
  id?: readonly string[];
  status?: readonly string[];
  stage?: readonly string[];
  ownerId?: readonly string[];
  accountId?: readonly string[];
  level?: readonly string[];
  door?: readonly string[];
  rootCause?: readonly string[];
  severity?: readonly string[];
  /** `unknown` for those whose tier nobody has told. */
  tier?: readonly string[];
  csmId?: readonly string[];
  escalationManagerId?: readonly string[];
  sponsorId?: readonly string[];
  /** Whoever has a task in it that is open. */
  taskOwnerId?: readonly string[];
  teamMemberId?: readonly string[];
  umbrellaId?: readonly string[];
  mergedIntoId?: readonly string[];
  /** Versions of the policy that they go by now. */
  policyVersion?: readonly number[];
  /** Neither settled nor withdrawn nor merged. */
  open?: boolean;
  acknowledged?: boolean;
  /** Somebody was to be told and nobody could be. */
  unheard?: boolean;
  /** A decision is asked for that nobody has made yet. */
  awaitingApproval?: boolean;
  /** Imported, and not activated yet. */
  quiet?: boolean;
  /** A person has set its level. */
  levelSet?: boolean;
  /** It was paused at least once. */
  everPaused?: boolean;
  /** Fields of the policy with their values as text; all of them hold. */
  custom?: readonly CustomWanted[];
  /** A clock that watches has ended, by the escalation's own now. */
  overdue?: boolean;
  /** The next clock that watches ends within so many milliseconds, and none has ended. */
  dueWithinMs?: number;
  /** A promise is owed whose date lies in this span, by the escalation's own now. */
  promised?: Span;
  /** A clock has run out and is not answered. */
  breached?: boolean;
  /** An active clock is due before this moment. */
  dueBefore?: number;
  raisedFrom?: number;
  /** Exclusive. */
  raisedTo?: number;
  /** Words of the summary, the account, the ref or the contact; each may be the beginning of a word. */
  q?: string;
}

/** A field of the policy, and the value that it is to have; `12` stands for the number and the text alike. */
export interface CustomWanted {
  name: string;
  value: string;
}

/** From a moment to another, the latter excluded. */
export interface Span {
  fromAt: number;
  toAt: number;
}

/** What is a number, or yes or no, in JSON. */
const JSON_SCALAR = /^(true|false|-?(0|[1-9]\d{0,20})(\.\d{1,20})?)$/;

type Where = ExpressionBuilder<Tables, 'read.escalations'>;

const CHOSEN = {
  id: 'id',
  status: 'status',
  stage: 'stage',
  ownerId: 'owner_id',
  accountId: 'account_id',
  level: 'level',
  door: 'door',
  rootCause: 'root_cause',
  severity: 'severity',
  csmId: 'csm_id',
  escalationManagerId: 'escalation_manager_id',
  sponsorId: 'sponsor_id',
  umbrellaId: 'umbrella_id',
  mergedIntoId: 'merged_into_id',
} as const;

const YES_OR_NO = {
  open: sql<SqlBool>`status in ('open', 'paused', 'closed')`,
  acknowledged: sql<SqlBool>`acknowledged_at is not null`,
  breached: sql<SqlBool>`breached`,
  unheard: sql<SqlBool>`unheard`,
  quiet: sql<SqlBool>`quiet`,
  levelSet: sql<SqlBool>`set_level is not null`,
  everPaused: sql<SqlBool>`pauses > 0`,
  awaitingApproval: sql<SqlBool>`exists (select from read.approvals as approval
    where approval.escalation_id = escalations.id and approval.state = 'open')`,
} as const;

/**
 * The conditions of a list's filters.
 * @param now the wall clock: what is overdue is asked against it
 */
export function filters(eb: Where, query: EscalationFilters, now: number): Expression<SqlBool>[] {
  const wanted: Expression<SqlBool>[] = [];
  for (const [name, column] of Object.entries(CHOSEN) as [
    keyof typeof CHOSEN,
    (typeof CHOSEN)[keyof typeof CHOSEN],
  ][]) {
    const values = query[name];
    if (values) wanted.push(eb(column, '=', sql<string>`any(${[...values]})`));
  }
  if (query.policyVersion) wanted.push(eb('policy_version', '=', sql<number>`any(${[...query.policyVersion]})`));
  if (query.tier) wanted.push(sql<SqlBool>`coalesce(tier, 'unknown') = any(${[...query.tier]})`);
  for (const [name, condition] of Object.entries(YES_OR_NO) as [keyof typeof YES_OR_NO, Expression<SqlBool>][]) {
    if (query[name] !== undefined) wanted.push(query[name] ? condition : eb.not(condition));
  }
  if (query.taskOwnerId) wanted.push(hasTaskOf(query.taskOwnerId));
  if (query.teamMemberId) wanted.push(sql<SqlBool>`team_ids && ${[...query.teamMemberId]}::text[]`);
  for (const one of query.custom ?? []) wanted.push(hasCustom(one));
  if (query.overdue !== undefined) wanted.push(query.overdue ? isOverdue(now) : eb.not(isOverdue(now)));
  if (query.dueWithinMs !== undefined) wanted.push(isDueWithin(query.dueWithinMs, now));
  if (query.promised) wanted.push(isPromised(query.promised));
  if (query.dueBefore !== undefined) wanted.push(eb('due_at', '<', query.dueBefore));
  if (query.raisedFrom !== undefined) wanted.push(eb('raised_at', '>=', query.raisedFrom));
  if (query.raisedTo !== undefined) wanted.push(eb('raised_at', '<', query.raisedTo));
  if (query.q !== undefined) wanted.push(sql<SqlBool>`search @@ to_tsquery('simple', ${searchQuery(query.q)})`);
  return wanted;
}

/** Whether a clock that watches has ended. */
export function isOverdue(now: number): Expression<SqlBool> {
  return sql<SqlBool>`${WALL_DUE_AT} < ${now}`;
}

/** Whether the next clock that watches ends within so many milliseconds. */
export function isDueWithin(withinMs: number, now: number): Expression<SqlBool> {
  return sql<SqlBool>`(${WALL_DUE_AT} >= ${now} and ${WALL_DUE_AT} < ${now + withinMs})`;
}

/** Which of an escalation's commitments are owed with a date in a span, as conditions on `commitment`. */
export function owedWithin({ fromAt, toAt }: Span): Expression<SqlBool> {
  return sql<SqlBool>`commitment.escalation_id = escalations.id and commitment.state in ('open', 'broken')
    and commitment.due_at - greatest(0, escalations.last_at - escalations.last_recorded_at) >= ${fromAt}
    and commitment.due_at - greatest(0, escalations.last_at - escalations.last_recorded_at) < ${toAt}`;
}

/** By containment, which the index knows; as text, number or yes-no, whichever the field is. */
function hasCustom({ name, value }: CustomWanted): Expression<SqlBool> {
  const readings = [JSON.stringify(value), ...(JSON_SCALAR.test(value) ? [value] : [])];
  const held = readings.map((json) => sql<SqlBool>`custom @> ${`{${JSON.stringify(name)}:${json}}`}::jsonb`);
  return sql<SqlBool>`(${sql.join(held, sql` or `)})`;
}

function hasTaskOf(personIds: readonly string[]): Expression<SqlBool> {
  return sql<SqlBool>`exists (select from read.tasks as task where task.escalation_id = escalations.id
    and task.state = 'open' and task.person_id = any(${[...personIds]}))`;
}

function isPromised(span: Span): Expression<SqlBool> {
  return sql<SqlBool>`exists (select from read.commitments as commitment where ${owedWithin(span)})`;
}
