import { sql } from 'kysely';
import type { RawBuilder, SqlBool } from 'kysely';
import type { Place } from './cursor';

/** What an escalation list can be ordered by; a minus turns it round. */
export const ESCALATION_SORTS = [
  '-raisedAt',
  'raisedAt',
  '-receivedAt',
  'receivedAt',
  '-priority',
  'priority',
  'nextDueAt',
  'dueAt',
  'urgency',
] as const;

/** One of these orders. */
export type EscalationSort = (typeof ESCALATION_SORTS)[number];

/** What has nothing due comes last. */
const NEVER = sql.lit(Number.MAX_SAFE_INTEGER);

/**
 * When the earliest clock that watches ends, or ended, by the wall clock: its end less what the escalation's own now is
 * ahead (own-now.ts). An index has the same words.
 */
export const WALL_DUE_AT = sql<number>`coalesce(due_at - greatest(0, last_at - last_recorded_at), ${NEVER})`;

interface Order {
  key: RawBuilder<number>;
  /** Tells apart what has the same key, before the id does. */
  then?: RawBuilder<number>;
  descending: boolean;
}

const up = (key: RawBuilder<number>, then?: RawBuilder<number>): Order => ({ key, descending: false, then });
const down = (key: RawBuilder<number>): Order => ({ key, descending: true });

/** The orders in SQL; each has an index that ends with the id. */
const ORDERS: Readonly<Record<EscalationSort, Order>> = {
  '-raisedAt': down(sql`raised_at`),
  raisedAt: up(sql`raised_at`),
  '-receivedAt': down(sql`received_at`),
  receivedAt: up(sql`received_at`),
  '-priority': down(sql`score`),
  priority: up(sql`score`),
  nextDueAt: up(sql`coalesce(next_due_at, ${NEVER})`),
  dueAt: up(sql`coalesce(due_at, ${NEVER})`),
  // What is overdue ended earliest, and so comes first by itself.
  urgency: up(WALL_DUE_AT, sql`-score`),
};

/** An order as a query takes it. */
export interface OrderInSql {
  /** The keys, to be selected: a page's last row says with them where the next one begins. */
  key: RawBuilder<number>;
  then: RawBuilder<number | null>;
  orderBy: RawBuilder<unknown>;
  /** The condition that a row comes after a place. */
  after(place: Place): RawBuilder<SqlBool>;
}

/** One of the orders, ready for a query of `read.escalations`. */
export function orderInSql(sort: EscalationSort): OrderInSql {
  const { key, then, descending } = ORDERS[sort];
  const direction = sql.raw(descending ? 'desc' : 'asc');
  const beyond = sql.raw(descending ? '<' : '>');
  const keys = then ? [key, then] : [key];
  return {
    key,
    then: then ?? sql`null`,
    orderBy: sql.join([...keys, sql`id`].map((one) => sql`${one} ${direction}`)),
    after: (place) => {
      const values = then ? [place.key, place.then ?? 0, place.id] : [place.key, place.id];
      return sql`(${sql.join([...keys, sql`id`])}) ${beyond} (${sql.join(values)})`;
    },
  };
}
