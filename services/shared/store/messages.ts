import { sql } from 'kysely';
import type { SqlBool } from 'kysely';
import type { Contact } from '../../../domain/intake';
import { openCursor, sealCursor } from './cursor';
import type { Database } from './database';
import type { MessageRow } from './read-tables';

/** A page of what was said in an escalation. */
export interface MessagesQuery {
  escalationId: string;
  limit: number;
  cursor?: string;
}

/** A page, the newest first, with the cursor of the next one. */
export interface MessagesPage {
  items: MessageRow[];
  nextCursor: string | null;
}

/** A correction of the customer's contact: what it was before this event. */
export interface ContactChange {
  seq: number;
  from: Contact | null;
}

const ORDER = 'messages';

/**
 * Everything said to the customer and to us in one escalation, the newest first.
 * @throws InvalidCursor
 */
export async function readMessages(
  db: Database,
  { escalationId, limit, cursor }: MessagesQuery,
): Promise<MessagesPage> {
  const after = cursor === undefined ? null : openCursor(ORDER, cursor);
  let select = db.query.selectFrom('read.messages').selectAll().where('escalation_id', '=', escalationId);
  if (after) select = select.where(sql<SqlBool>`(seq, id) < (${after.key}, ${after.id})`);
  const rows = await select
    .orderBy('seq', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit),
    nextCursor: last ? sealCursor(ORDER, { key: last.seq, id: last.id }) : null,
  };
}

/** The corrections of the customer's contact, oldest first: an older mail went to an older address. */
export async function contactChanges(db: Database, escalationId: string): Promise<ContactChange[]> {
  const { rows } = await db.pool.query<ContactChange>(
    `select seq, data -> 'from' as from from upstairs.journal
      where escalation_id = $1 and type = 'fact.amended' and data ->> 'fact' = 'contact' order by seq`,
    [escalationId],
  );
  return rows;
}
