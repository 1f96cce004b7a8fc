import type { ClientBase } from 'pg';
import { withConnection } from './database';
import type { Database } from './database';
import { readRecorded } from './journal';
import { BEGIN_SWAP, TRY_REBUILD } from './locks';
import { readModelStatements } from './migration-files';
import { projectAll } from './projection';
import { READ_TABLES } from './read-tables';
import { writeReadModel } from './write-read-model';

/** How far a long run over all escalations has come. */
export interface Progress {
  done: number;
  total: number;
}

/**
 * The fold that wrote the rows of a read model stands in the comment of its schema. It is another one as soon as the
 * fold writes something new: then what older releases folded is folded anew before this one reads it.
 */
const FOLD = 'folded as of 4';

/** So many escalations are folded at once. */
const BATCH = 100;

/** So few are caught up while recording waits for the swap. */
const FEW = 50;

/**
 * Builds the read model anew from the journal, beside the one in use, and swaps the two. Recording goes on meanwhile;
 * what it adds is caught up with, the last of it while it waits for the swap, so nothing is lost.
 * @returns how many escalations were folded
 */
export async function rebuildReadModel(
  db: Database,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<number> {
  return withConnection(db, async (client) => {
    const { rows } = await client.query<{ mine: boolean }>(TRY_REBUILD);
    if (!rows[0]?.mine) throw new Error('another rebuild of the read model is under way; wait for it to end');
    await ensureReadSchema(client);
    await createBeside(client);
    let position = await newestPosition(client);
    const done = await foldEverything(client, onProgress);
    position = await catchUp(client, position);
    await swap(client, position);
    await client.query('drop schema read_old cascade');
    return done;
  });
}

/**
 * Builds the read model anew where an older release folded it, before this one reads it.
 * @returns how many escalations were folded; null where it was up to date
 */
export async function rebuildWhereOutdated(
  db: Database,
  onProgress?: (progress: Progress) => void,
): Promise<number | null> {
  const folded = await withConnection(db, async (client) => {
    const { rows } = await client.query<{ fold: string | null }>(
      `select obj_description(oid, 'pg_namespace') as fold from pg_namespace where nspname = 'read'`,
    );
    return rows[0]?.fold;
  });
  return folded === FOLD ? null : rebuildReadModel(db, onProgress);
}

/** Escalations in the order of their ids, so many at a time. */
export async function* journalledIds(client: ClientBase, batch = BATCH): AsyncGenerator<string[]> {
  let last = '';
  for (;;) {
    const { rows } = await client.query<{ id: string }>(
      `select escalation_id as id from upstairs.journal where seq = 1 and escalation_id > $1
        order by escalation_id limit $2`,
      [last, batch],
    );
    if (rows.length === 0) return;
    yield rows.map(({ id }) => id);
    last = rows.at(-1)?.id ?? last;
  }
}

/** How many escalations the journal tells of. */
export async function countJournalled(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ count: number }>('select count(*) from upstairs.journal where seq = 1');
  return rows[0]?.count ?? 0;
}

async function ensureReadSchema(client: ClientBase): Promise<void> {
  const { rows } = await client.query(`select from pg_namespace where nspname = 'read'`);
  if (rows.length === 0) await client.query(await readModelStatements());
}

async function createBeside(client: ClientBase): Promise<void> {
  const tables = READ_TABLES.map((table) => `create table read_next.${table} (like read.${table} including all);`);
  // What an earlier run left behind when it was ended.
  await client.query('drop schema if exists read_next cascade; drop schema if exists read_old cascade');
  await client.query(`create schema read_next; comment on schema read_next is '${FOLD}'; ${tables.join(' ')}`);
}

async function foldEverything(client: ClientBase, onProgress: (progress: Progress) => void): Promise<number> {
  const total = await countJournalled(client);
  let done = 0;
  for await (const ids of journalledIds(client)) {
    await fold(client, ids);
    done += ids.length;
    onProgress({ done, total: Math.max(done, total) });
  }
  const analyze = READ_TABLES.map((table) => `analyze read_next.${table};`);
  await client.query(analyze.join(' '));
  return done;
}

async function fold(client: ClientBase, ids: readonly string[]): Promise<void> {
  const rows = projectAll(await readRecorded(client, ids));
  await writeReadModel(client, 'read_next', { rows, searchChanged: true });
}

/** Follows the recording until it is close behind it. */
async function catchUp(client: ClientBase, from: number): Promise<number> {
  let position = from;
  for (let round = 0; round < 20; round += 1) {
    const to = await newestPosition(client);
    const folded = await refoldBetween(client, position, to);
    position = to;
    if (folded <= FEW) break;
  }
  return position;
}

async function swap(client: ClientBase, position: number): Promise<void> {
  await client.query(BEGIN_SWAP);
  try {
    await refoldBetween(client, position, await newestPosition(client));
    await client.query('alter schema read rename to read_old; alter schema read_next rename to read');
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Folds again whoever has an event after one position and up to another; an event is visible before any later one. */
async function refoldBetween(client: ClientBase, after: number, upTo: number): Promise<number> {
  const { rows } = await client.query<{ id: string }>(
    'select distinct escalation_id as id from upstairs.journal where position > $1 and position <= $2',
    [after, upTo],
  );
  const ids = rows.map(({ id }) => id);
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    for (const table of READ_TABLES) {
      const column = table === 'escalations' ? 'id' : 'escalation_id';
      await client.query(`delete from read_next.${table} where ${column} = any($1)`, [batch]);
    }
    await fold(client, batch);
  }
  return ids.length;
}

async function newestPosition(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ position: number }>(
    'select coalesce(max(position), 0) as position from upstairs.journal',
  );
  return rows[0]?.position ?? 0;
}
