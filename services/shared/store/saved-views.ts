import { randomUUID } from 'node:crypto';
import type { Database } from './database';
import { transact } from './database';
import { beginSaving } from './locks';

/** A view of the board that somebody saved. */
export interface SavedViewRow {
  id: string;
  name: string;
  /** The board's URL query, without the question mark. */
  search: string;
  shared: boolean;
  owner: { id: string; name: string };
  createdAt: number;
}

/** What somebody says of a view of theirs. */
export type SavedViewFacts = Pick<SavedViewRow, 'name' | 'search' | 'shared'>;

/** So many shared views of others are listed, the newest. */
const MOST_SHARED = 500;

/** A person's own views and those that others share, each oldest first. */
export async function listSavedViews(db: Database, personId: string): Promise<SavedViewRow[]> {
  const mine = await views(db).where('owner_id', '=', personId).orderBy('view.created_at').orderBy('view.id').execute();
  const others = await views(db)
    .where('shared', '=', true)
    .where('owner_id', '!=', personId)
    .orderBy('view.created_at', 'desc')
    .orderBy('view.id')
    .limit(MOST_SHARED)
    .execute();
  return [...mine, ...others.reverse()].map(viewOf);
}

/** One view, whosever it is. */
export async function findSavedView(db: Database, id: string): Promise<SavedViewRow | null> {
  const row = await views(db).where('view.id', '=', id).executeTakeFirst();
  return row ? viewOf(row) : null;
}

/** Saves a view; null where this person has `most` already. */
export async function createSavedView(
  db: Database,
  ownerId: string,
  { name, search, shared }: SavedViewFacts,
  most: number,
): Promise<string | null> {
  const id = randomUUID();
  const insert = `insert into upstairs.saved_views (id, owner_id, name, search, shared)
    select $1, $2, $3, $4, $5 where (select count(*) from upstairs.saved_views where owner_id = $2) < $6`;
  const values = [id, ownerId, name, search, shared, most];
  const inserted = await transact(db, (client) => client.query(insert, values), beginSaving(ownerId));
  return inserted.rowCount === 1 ? id : null;
}

/** Replaces what a view says; false where there is none. */
export async function changeSavedView(db: Database, id: string, facts: SavedViewFacts): Promise<boolean> {
  const changed = await db.query.updateTable('upstairs.saved_views').set(facts).where('id', '=', id).executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** Deletes a view; false where there is none. */
export async function deleteSavedView(db: Database, id: string): Promise<boolean> {
  const deleted = await db.query.deleteFrom('upstairs.saved_views').where('id', '=', id).executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}

function views(db: Database) {
  return db.query
    .selectFrom('upstairs.saved_views as view')
    .leftJoin('upstairs.people as owner', 'owner.id', 'view.owner_id')
    .select(['view.id', 'view.name', 'view.search', 'view.shared', 'view.owner_id', 'view.created_at'])
    .select('owner.name as owner_name');
}

type Row = Awaited<ReturnType<ReturnType<typeof views>['execute']>>[number];

function viewOf({ id, name, search, shared, owner_id: ownerId, owner_name: ownerName, created_at: createdAt }: Row) {
  return { id, name, search, shared, owner: { id: ownerId, name: ownerName ?? ownerId }, createdAt };
}
