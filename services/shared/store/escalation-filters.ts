import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from './tables';

/** Which escalations a list holds; several values of a filter mean any of them. Moments are epoch milliseconds. */
export interface EscalationFilters {
  status?: readonly string[];
  stage?: readonly string[];
  ownerId?: readonly string[];
  accountId?: readonly string[];
  level?: readonly string[];
  door?: readonly string[];
  rootCause?: readonly string[];
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

type Where = ExpressionBuilder<Tables, 'read.escalations'>;

const CHOSEN = {
  status: 'status',
  stage: 'stage',
  ownerId: 'owner_id',
  accountId: 'account_id',
  level: 'level',
  door: 'door',
  rootCause: 'root_cause',
} as const;

/** The conditions of a list's filters. */
export function filters(eb: Where, query: EscalationFilters): Expression<SqlBool>[] {
  const wanted: Expression<SqlBool>[] = [];
  for (const [name, column] of Object.entries(CHOSEN) as [
    keyof typeof CHOSEN,
    (typeof CHOSEN)[keyof typeof CHOSEN],
  ][]) {
    const values = query[name];
    if (values) wanted.push(eb(column, '=', sql<string>`any(${[...values]})`));
  }
  if (query.breached !== undefined) wanted.push(eb('breached', '=', query.breached));
  if (query.dueBefore !== undefined) wanted.push(eb('due_at', '<', query.dueBefore));
  if (query.raisedFrom !== undefined) wanted.push(eb('raised_at', '>=', query.raisedFrom));
  if (query.raisedTo !== undefined) wanted.push(eb('raised_at', '<', query.raisedTo));
  if (query.q !== undefined) wanted.push(sql<SqlBool>`search @@ to_tsquery('simple', ${wordsOf(query.q)})`);
  return wanted;
}

/** Every word must be there, as a whole or as a beginning. */
function wordsOf(q: string): string {
  const words = q.split(/[^\p{L}\p{N}@._-]+/u).filter(Boolean);
  return words.map((word) => `'${word}':*`).join(' & ');
}
