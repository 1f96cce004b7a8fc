import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Policy } from '../../../domain/policy';
import type { PolicyDocument } from '../../../domain/policy/policy.schema';
import { completePolicy } from '../../../domain/escalation/carried';
import { SHIPPED_POLICY } from '../../../domain/shipped-policy';
import { documentOfWritten, writtenCalendars, writtenPolicy } from '../policies/written-policy';
import { openCursor, sealCursor } from './cursor';
import type { Database } from './database';
import { listPeople } from './people';
import type { Tables } from './tables';

/** Where a version comes from and from when it holds; null moments and people: as shipped, or set up by hand. */
export interface ListedPolicy {
  version: number;
  createdAt: number | null;
  effectiveFrom: number | null;
  draftedById: string | null;
  approvedById: string | null;
  note: string | null;
}

/** A version with what it says. */
export interface StoredPolicy extends ListedPolicy {
  policy: Policy;
  /** As people wrote it. */
  document: PolicyDocument;
}

/** A page of the versions, the newest first, with the cursor of the next one. */
export interface PolicyPage {
  items: ListedPolicy[];
  nextCursor: string | null;
}

/** A policy on its way into force. */
export interface Publication {
  document: PolicyDocument;
  effectiveFrom: number;
  draftedById: string;
  approvedById: string;
  note: string | null;
}

const ORDER = 'policies';

const LISTED = ['version', 'created_at', 'effective_from', 'drafted_by', 'approved_by', 'note'] as const;
const COLUMNS = [...LISTED, 'body', 'spec'] as const;

const SHIPPED: ListedPolicy = {
  ...{ version: SHIPPED_POLICY.version, createdAt: null, effectiveFrom: null },
  ...{ draftedById: null, approvedById: null, note: null },
};

type Row = Pick<Selectable<Tables['upstairs.policies']>, (typeof COLUMNS)[number]>;

/**
 * The policy that new escalations are raised under: of those that hold by then the newest, as it was written on the others
 * and has what is in them; before the first one the shipped one, with every manager on duty.
 */
export async function currentPolicy(db: Database, now = Date.now()): Promise<Policy> {
  const row = await db.query
    .selectFrom('upstairs.policies')
    .select(COLUMNS)
    .where('effective_from', '<=', sql<number>`to_timestamp(${now}::double precision / 1000)`)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? storedOf(row, now).policy : (await shippedPolicy(db)).policy;
}

/**
 * A page of the versions, the newest first; before the first one is saved the shipped one stands alone.
 * @throws InvalidCursor
 */
export async function listPolicies(
  db: Database,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<PolicyPage> {
  let select = db.query.selectFrom('upstairs.policies').select(LISTED);
  if (cursor !== undefined) select = select.where('version', '<', openCursor(ORDER, cursor).key);
  const rows = await select
    .orderBy('version', 'desc')
    .limit(limit + 1)
    .execute();
  if (rows.length === 0 && cursor === undefined) return { items: [SHIPPED], nextCursor: null };
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(listedOf),
    nextCursor: last ? sealCursor(ORDER, { key: last.version, id: '' }) : null,
  };
}

/** The highest number of a saved version; null: none is saved, and the shipped one holds. */
export async function newestVersion(db: Database): Promise<number | null> {
  const row = await db.query
    .selectFrom('upstairs.policies')
    .select(({ fn }) => fn.max('version').as('newest'))
    .executeTakeFirst();
  return row?.newest ?? null;
}

/** One version, or null; the shipped one stands for its number until something is saved under it. */
export async function findPolicy(db: Database, version: number, now = Date.now()): Promise<StoredPolicy | null> {
  const row = await db.query
    .selectFrom('upstairs.policies')
    .select(COLUMNS)
    .where('version', '=', version)
    .executeTakeFirst();
  if (row) return storedOf(row, now);
  return version === SHIPPED_POLICY.version ? shippedPolicy(db) : null;
}

/** The policy as shipped, with every manager on duty. */
async function shippedPolicy(db: Database): Promise<StoredPolicy> {
  const managers = await listPeople(db, { role: 'manager' });
  const policy = { ...SHIPPED_POLICY, dutyManagerIds: managers.map(({ id }) => id) };
  return { ...SHIPPED, policy, document: documentOfWritten(policy) };
}

/** Puts a policy in force under the next version. Those that escalations were raised under stay as they are. */
export async function savePolicy(db: Database, policy: Omit<Policy, 'version'>): Promise<Policy> {
  const row = await db.query
    .insertInto('upstairs.policies')
    .values({
      version: sql<number>`(select coalesce(max(version), 0) + 1 from upstairs.policies)`,
      body: JSON.stringify({ ...policy, version: undefined }),
      effective_from: sql<number>`to_timestamp(${Date.now()}::double precision / 1000)`,
    })
    .returning('version')
    .executeTakeFirstOrThrow();
  return { ...policy, version: row.version };
}

/**
 * Writes a policy that holds from a moment on, by its document; gives its version. The shipped one keeps its number: there
 * may be escalations under it. For a transaction, since the draft that it comes from changes with it.
 */
export const PUBLISH = `insert into upstairs.policies
    (version, body, spec, effective_from, drafted_by, approved_by, note)
  select greatest(coalesce(max(version), 0), ${SHIPPED_POLICY.version}) + 1, $1::jsonb, $2::jsonb,
    to_timestamp($3::double precision / 1000), $4::text, $5::text, $6::text
  from upstairs.policies
  returning version`;

/** The values of `PUBLISH`, in its order. */
export function publicationValues(publication: Publication, now = Date.now()): unknown[] {
  const { document, effectiveFrom, draftedById, approvedById, note } = publication;
  const body = JSON.stringify(writtenPolicy(document, now));
  return [body, JSON.stringify(document), effectiveFrom, draftedById, approvedById, note];
}

/** Calendars are written out anew: what was saved years ago has no holidays of today. */
function storedOf(row: Row, now: number): StoredPolicy {
  const policy = completePolicy({ ...row.body, version: row.version });
  const spec = row.spec;
  return {
    ...listedOf(row),
    policy: spec ? { ...policy, calendars: writtenCalendars(spec.calendars, now) } : policy,
    document: spec ?? documentOfWritten(policy),
  };
}

function listedOf(row: Pick<Row, (typeof LISTED)[number]>): ListedPolicy {
  return {
    version: row.version,
    createdAt: row.created_at,
    effectiveFrom: row.effective_from,
    draftedById: row.drafted_by,
    approvedById: row.approved_by,
    note: row.note,
  };
}
