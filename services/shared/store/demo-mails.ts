import { storable } from './canonical';
import type { Database } from './database';

/** A mail that the demo's own mail server took. */
export interface DemoMail {
  messageId: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  at: number;
}

/** So many mails are kept; the oldest make room. */
const KEPT = 5_000;

/** Keeps a mail; the same Message-ID again changes nothing, as with every receiver that tells duplicates. */
export async function insertDemoMail(db: Database, mail: DemoMail): Promise<void> {
  const { messageId, at, ...rest } = storable(mail);
  const inserted = await db.query
    .insertInto('upstairs.demo_mails')
    .values({ message_id: messageId, mail: JSON.stringify(rest), at })
    .onConflict((conflict) => conflict.column('message_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted && inserted.id % 100 === 0) {
    await db.query
      .deleteFrom('upstairs.demo_mails')
      .where('id', '<=', inserted.id - KEPT)
      .execute();
  }
}

/** The mails taken, the newest first. */
export async function listDemoMails(db: Database, limit = 1_000): Promise<DemoMail[]> {
  const rows = await db.query
    .selectFrom('upstairs.demo_mails')
    .select(['message_id as messageId', 'mail', 'at'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ messageId, mail, at }) => ({ messageId, ...mail, at }));
}
