import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { ClientBase } from 'pg';
import type { PolicyDocument } from '../../../domain/policy/policy.schema';
import type { Database } from './database';
import { transact } from './database';
import { publicationValues, PUBLISH } from './policies';
import type { Tables } from './tables';

/** Where a draft stands; `draft` can be written, `submitted` waits for a second person. */
export type DraftState = 'draft' | 'submitted' | 'approved' | 'withdrawn';

/** What somebody writes of a draft. */
export interface DraftText {
  title: string;
  document: PolicyDocument;
  /** The version that it was made from. */
  basedOn: number;
}

/** A policy that is being written. */
export interface PolicyDraft extends DraftText {
  id: string;
  state: DraftState;
  /** Counts the changes. */
  revision: number;
  authorId: string;
  /** Everybody who has written in it. */
  writerIds: readonly string[];
  createdAt: number;
  changedAt: number;
  changedById: string;
  /** The last decision on it: an approval, or a refusal that sent it back. */
  decidedById: string | null;
  decidedAt: number | null;
  note: string | null;
  /** What it became. */
  version: number | null;
}

/** Drafts, those that changed last first. */
export async function listDrafts(db: Database, states: readonly DraftState[], limit: number): Promise<PolicyDraft[]> {
  const rows = await db.query
    .selectFrom('upstairs.policy_drafts')
    .selectAll()
    .where('state', '=', sql<DraftState>`any(${[...states]})`)
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(draftOf);
}

/** One draft, or null. */
export async function findDraft(db: Database, id: string): Promise<PolicyDraft | null> {
  const row = await db.query.selectFrom('upstairs.policy_drafts').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? draftOf(row) : null;
}

/** Begins a draft; null where there are as many open ones as there may be. */
export async function createDraft(
  db: Database,
  { title, document, basedOn }: DraftText,
  authorId: string,
  most: number,
): Promise<PolicyDraft | null> {
  const { rows } = await db.pool.query<DraftRow>(
    `insert into upstairs.policy_drafts (id, title, body, based_on, author_id, writer_ids, changed_by)
      select $1::uuid, $2::text, $3::jsonb, $4::integer, $5::text, array[$5::text], $5::text
      where (select count(*) from upstairs.policy_drafts where state in ('draft', 'submitted')) < $6
      returning *`,
    [randomUUID(), title, JSON.stringify(document), basedOn, authorId, most],
  );
  return rows[0] ? draftOf(rows[0]) : null;
}

/** Writes over what was seen at a revision; a submitted one is a draft again. Null where it has moved on meanwhile. */
export async function changeDraft(
  db: Database,
  seen: { id: string; revision: number },
  { title, document, basedOn }: DraftText,
  byId: string,
): Promise<PolicyDraft | null> {
  const { rows } = await db.pool.query<DraftRow>(
    `update upstairs.policy_drafts set title = $3, body = $4, based_on = $5, changed_by = $6, changed_at = now(),
        revision = revision + 1, state = 'draft',
        writer_ids = case when $6 = any(writer_ids) then writer_ids else writer_ids || $6::text end
      where id = $1 and revision = $2 and state in ('draft', 'submitted')
      returning *`,
    [seen.id, seen.revision, title, JSON.stringify(document), basedOn, byId],
  );
  return rows[0] ? draftOf(rows[0]) : null;
}

/** A step of a draft towards its end; null where it stood elsewhere meanwhile. */
export async function moveDraft(
  db: Database,
  { id, revision }: { id: string; revision: number },
  move: { from: readonly DraftState[]; to: DraftState; decision?: { byId: string; note: string | null } },
): Promise<PolicyDraft | null> {
  const { rows } = await db.pool.query<DraftRow>(
    `update upstairs.policy_drafts set state = $4, revision = revision + 1,
        decided_by = coalesce($5, decided_by), note = case when $5::text is null then note else $6 end,
        decided_at = case when $5::text is null then decided_at else now() end
      where id = $1 and revision = $2 and state = any($3)
      returning *`,
    [id, revision, [...move.from], move.to, move.decision?.byId ?? null, move.decision?.note ?? null],
  );
  return rows[0] ? draftOf(rows[0]) : null;
}

/** An approval of what was seen at a revision. */
export interface DraftApproval {
  byId: string;
  effectiveFrom: number;
  note: string | null;
}

/** Makes the next version of a submitted draft; null where it has moved on meanwhile. */
export async function approveDraft(
  db: Database,
  draft: PolicyDraft,
  { byId, effectiveFrom, note }: DraftApproval,
): Promise<PolicyDraft | null> {
  const { document, authorId } = draft;
  const publication = { document, effectiveFrom, draftedById: authorId, approvedById: byId, note };
  return transact(db, async (client) => {
    // One after the other: two that were made from the same version must not both get through unseen.
    await client.query('lock table upstairs.policies in share row exclusive mode');
    const newest = await newestVersion(client, draft.basedOn);
    if (draft.basedOn !== newest) throw new DraftOutdated(draft.basedOn, newest);
    const { rows } = await client.query<{ version: number }>(PUBLISH, publicationValues(publication));
    const approved = await client.query<DraftRow>(
      `update upstairs.policy_drafts set state = 'approved', revision = revision + 1, decided_by = $3,
          decided_at = now(), note = $4, version = $5
        where id = $1 and revision = $2 and state = 'submitted'
        returning *`,
      [draft.id, draft.revision, byId, note, rows[0]?.version],
    );
    if (!approved.rows[0]) throw new DraftMoved();
    return draftOf(approved.rows[0]);
  }).catch((error: unknown) => {
    if (error instanceof DraftMoved) return null;
    throw error;
  });
}

/** Another version was published since this draft was made or written anew. */
export class DraftOutdated extends Error {
  constructor(
    readonly basedOn: number,
    readonly newest: number,
  ) {
    super(`made from version ${basedOn}, and the newest is ${newest}`);
    this.name = 'DraftOutdated';
  }
}

class DraftMoved extends Error {}

async function newestVersion(client: ClientBase, otherwise: number): Promise<number> {
  const { rows } = await client.query<{ newest: number | null }>(
    'select max(version) as newest from upstairs.policies',
  );
  return rows[0]?.newest ?? otherwise;
}

type DraftRow = Selectable<Tables['upstairs.policy_drafts']>;

function draftOf(row: DraftRow): PolicyDraft {
  const { id, title, state, revision, note, version } = row;
  return {
    ...{ id, title, state, revision, note, version },
    document: row.body,
    basedOn: row.based_on,
    authorId: row.author_id,
    writerIds: row.writer_ids,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    changedById: row.changed_by,
    decidedById: row.decided_by,
    decidedAt: row.decided_at,
  };
}
