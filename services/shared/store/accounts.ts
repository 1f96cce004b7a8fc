import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { AccountHistory } from '../../../activities/ports';
import type { Facing, Sponsor } from '../../../domain/escalation/team/team';
import type { AccountFacts, Tier } from '../../../domain/intake';
import type { Database } from './database';
import type { Tables } from './tables';

/** What somebody says of an account; only its name is needed. */
export type GivenAccount = Pick<AccountFacts, 'name'> & Partial<Omit<AccountFacts, 'id'>> & { sponsor?: GivenSponsor };

/** The executive who lends weight to an account, and which way they face. */
export type GivenSponsor = Pick<Sponsor, 'personId' | 'facing'>;

/** An account as the directory has it. */
export type AccountEntry = AccountFacts & { sponsor: GivenSponsor | null };

/** How many accounts were new, changed, or as before. */
export interface AccountsUpsert {
  created: number;
  updated: number;
  unchanged: number;
}

/** Which accounts a list holds. */
export interface AccountsQuery {
  limit?: number;
  /** Names after this one, as `foldName` gives them. */
  afterName?: string;
  /** The beginning of a name. */
  q?: string;
}

type AccountRow = Pick<Selectable<Tables['upstairs.accounts']>, (typeof COLUMNS)[number]>;

const COLUMNS = [
  'id',
  'name',
  'folded_name',
  'tier',
  'arr_amount',
  'arr_currency',
  'customer_since',
  'csm_id',
] as const;

const SPONSOR = ['sponsor_id', 'sponsor_facing'] as const;

/** Some single characters fold to many, and an index entry has its limit. */
const LONGEST_FOLDED = 600;

/** An account's name as it is told apart: without case, and with single spaces. */
export function foldName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase().slice(0, LONGEST_FOLDED);
}

/**
 * The account of this name, made where there is none; what was unknown of it is filled in. What is said now holds for
 * the answer, also where the directory says otherwise: an escalation keeps the facts it was raised with.
 */
export async function resolveAccount(db: Database, given: GivenAccount): Promise<AccountFacts> {
  const { rows } = await db.pool.query<AccountRow>({
    name: 'accounts.resolve',
    text: `insert into upstairs.accounts as known (${COLUMNS.join(', ')}) values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (folded_name) do update set
        tier = coalesce(known.tier, excluded.tier),
        arr_amount = coalesce(known.arr_amount, excluded.arr_amount),
        arr_currency = coalesce(known.arr_currency, excluded.arr_currency),
        customer_since = coalesce(known.customer_since, excluded.customer_since),
        csm_id = coalesce(known.csm_id, excluded.csm_id)
      returning ${COLUMNS.join(', ')}`,
    values: Object.values(rowOf(given)),
  });
  const known = factsOf(rows[0] as AccountRow);
  return {
    id: known.id,
    name: known.name,
    tier: given.tier ?? known.tier,
    arr: given.arr ?? known.arr,
    customerSince: given.customerSince ?? known.customerSince,
    csmId: given.csmId ?? known.csmId,
  };
}

/** Writes accounts as they are given; what is not said stays as it was. */
export async function upsertAccounts(db: Database, accounts: readonly GivenAccount[]): Promise<AccountsUpsert> {
  const rows = [...new Map(accounts.map((account) => [foldName(account.name), writtenRow(account)])).values()];
  const facts = ['name', 'tier', 'arr_amount', 'arr_currency', 'customer_since', 'csm_id', ...SPONSOR];
  const written = await db.pool.query<{ created: boolean }>(
    `insert into upstairs.accounts as known (${[...COLUMNS, ...SPONSOR].join(', ')})
      select ${[...COLUMNS, ...SPONSOR].join(', ')} from json_populate_recordset(null::upstairs.accounts, $1::json)
      on conflict (folded_name) do update set
        ${facts.map((fact) => `${fact} = coalesce(excluded.${fact}, known.${fact})`).join(', ')}
      where (${facts.map((fact) => `known.${fact}`).join(', ')}) is distinct from
        (${facts.map((fact) => `coalesce(excluded.${fact}, known.${fact})`).join(', ')})
      returning xmax = 0 as created`,
    [JSON.stringify(rows)],
  );
  const created = written.rows.filter((row) => row.created).length;
  const updated = written.rows.length - created;
  return { created, updated, unchanged: accounts.length - created - updated };
}

/** Accounts by name. */
export async function listAccounts(db: Database, query: AccountsQuery = {}): Promise<AccountEntry[]> {
  let select = db.query
    .selectFrom('upstairs.accounts')
    .select([...COLUMNS, ...SPONSOR])
    .orderBy('folded_name');
  if (query.afterName !== undefined) select = select.where('folded_name', '>', query.afterName);
  if (query.q !== undefined) select = select.where(sql<boolean>`starts_with(folded_name, ${foldName(query.q)})`);
  if (query.limit !== undefined) select = select.limit(query.limit);
  return (await select.execute()).map(({ sponsor_id: personId, sponsor_facing: facing, ...row }) => ({
    ...factsOf(row),
    sponsor: personId === null ? null : { personId, facing: facing as Facing },
  }));
}

/** How many escalations an account has had. */
export async function countEscalations(db: Database, accountId: string): Promise<number> {
  const row = await db.query
    .selectFrom('read.escalations')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** A dossier names so many earlier escalations, the newest first, and so many open promises, the next due first. */
const DOSSIER_LIMIT = 100;

/** The account's other escalations, and what is still promised in them. */
export async function accountHistory(db: Database, accountId: string, exceptId: string): Promise<AccountHistory> {
  const others = db.query
    .selectFrom('read.escalations')
    .where('account_id', '=', accountId)
    .where('id', '!=', exceptId);
  const earlier = await others
    .select(['id', 'ref', 'summary', 'status', 'root_cause as rootCause', 'raised_at as raisedAt'])
    .orderBy('raised_at', 'desc')
    .limit(DOSSIER_LIMIT)
    .execute();
  const openCommitments = await db.query
    .selectFrom('read.commitments as promise')
    .innerJoin('read.escalations as escalation', 'escalation.id', 'promise.escalation_id')
    .where('escalation.account_id', '=', accountId)
    .where('escalation.id', '!=', exceptId)
    .where('promise.state', 'in', ['open', 'broken'])
    .select(['escalation.id as escalationId', 'escalation.ref', 'promise.text', 'promise.due_at as dueAt'])
    .orderBy('promise.due_at')
    .limit(DOSSIER_LIMIT)
    .execute();
  return { earlier, openCommitments };
}

/** With its sponsor; null leaves who it is as it was. */
function writtenRow(given: GivenAccount) {
  const { personId = null, facing = null } = given.sponsor ?? {};
  return { ...rowOf(given), sponsor_id: personId, sponsor_facing: facing };
}

/** In the order of the columns. */
function rowOf(given: GivenAccount): AccountRow {
  return {
    id: randomUUID(),
    name: given.name.normalize('NFC').trim().replace(/\s+/g, ' '),
    folded_name: foldName(given.name),
    tier: given.tier ?? null,
    arr_amount: given.arr?.amount ?? null,
    arr_currency: given.arr?.currency ?? null,
    customer_since: given.customerSince ?? null,
    csm_id: given.csmId ?? null,
  };
}

/** A row of the directory as the domain knows an account. */
export function factsOf(row: AccountRow): AccountFacts {
  const { arr_amount: amount, arr_currency: currency } = row;
  return {
    id: row.id,
    name: row.name,
    tier: row.tier as Tier | null,
    arr: amount === null || currency === null ? null : { amount, currency },
    customerSince: row.customer_since,
    csmId: row.csm_id,
  };
}
