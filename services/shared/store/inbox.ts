import { sql } from 'kysely';
import type { SqlBool } from 'kysely';
import { openCursor, sealCursor } from './cursor';
import type { Database } from './database';

/** A word to somebody, as their in-app inbox shows it. */
export interface InboxItem {
  noticeId: string;
  escalationId: string;
  ref: string;
  summary: string;
  level: string;
  kind: string;
  via: string;
  text: string;
  clockIds: readonly string[];
  at: number;
  readAt: number | null;
}

/** A page of somebody's inbox. */
export interface InboxQuery {
  personId: string;
  limit: number;
  cursor?: string;
  unreadOnly?: boolean;
}

/** A page, the newest first, with the cursor of the next one. */
export interface InboxPage {
  items: InboxItem[];
  nextCursor: string | null;
  unread: number;
}

/**
 * Somebody's in-app inbox, the newest first.
 * @throws InvalidCursor
 */
export async function readInbox(db: Database, query: InboxQuery): Promise<InboxPage> {
  const mine = db.query
    .selectFrom('read.inbox as notice')
    .innerJoin('read.escalations as escalation', 'escalation.id', 'notice.escalation_id')
    .leftJoin('upstairs.inbox_reads as seen', (join) =>
      join.onRef('seen.notice_id', '=', 'notice.notice_id').onRef('seen.person_id', '=', 'notice.person_id'),
    )
    .where('notice.person_id', '=', query.personId);
  const unread = mine.where('seen.read_at', 'is', null);
  const after = query.cursor === undefined ? null : openCursor('inbox', query.cursor);
  let page = query.unreadOnly ? unread : mine;
  if (after) page = page.where(sql<SqlBool>`(notice.at, notice.notice_id) < (${after.key}, ${after.id})`);
  const rows = await page
    .select(['notice.notice_id as noticeId', 'notice.escalation_id as escalationId', 'escalation.ref'])
    .select(['escalation.summary', 'escalation.level', 'notice.kind', 'notice.via', 'notice.text'])
    .select(['notice.clock_ids as clockIds', 'notice.at', 'seen.read_at as readAt'])
    .orderBy('notice.at', 'desc')
    .orderBy('notice.notice_id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const counted = await unread.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined;
  return {
    items: rows.slice(0, query.limit),
    nextCursor: last ? sealCursor('inbox', { key: last.at, id: last.noticeId }) : null,
    unread: counted.count,
  };
}

/** Marks notices of this person as read; ids that are not theirs are passed over. Returns how many were new. */
export async function markRead(db: Database, personId: string, noticeIds: readonly string[]): Promise<number> {
  const marked = await db.pool.query(
    `insert into upstairs.inbox_reads (person_id, notice_id)
      select person_id, notice_id from read.inbox where person_id = $1 and notice_id = any($2)
      on conflict do nothing`,
    [personId, noticeIds],
  );
  return marked.rowCount ?? 0;
}
