import { Kysely, PostgresDialect } from 'kysely';
import { Client, Pool, types } from 'pg';
import type { ClientBase, CustomTypesConfig } from 'pg';
import type { Tables } from './tables';

/** The database as our query families take it: kysely for queries, the pool for what runs as one statement of ours. */
export interface Database {
  readonly url: string;
  readonly query: Kysely<Tables>;
  readonly pool: Pool;
  close(): Promise<void>;
}

/** How a process uses the database. */
export interface DatabaseOptions {
  /** Connections at most. @defaultValue 10 */
  connections?: number;
  /** How long one statement may take. @defaultValue 15,000 */
  statementTimeoutMs?: number;
  /** Shown in pg_stat_activity. @defaultValue 'upstairs' */
  name?: string;
  /** Told when a connection at rest breaks; the pool replaces it. */
  onError?: (error: Error) => void;
}

/** Opens a bounded pool; nothing is connected before the first query. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = new Pool({
    connectionString: url,
    max: options.connections ?? 10,
    application_name: options.name ?? 'upstairs',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: options.statementTimeoutMs ?? 15_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    types: plainTypes,
  });
  // An idle connection that breaks would end the process if nobody listened.
  pool.on('error', options.onError ?? (() => undefined));
  const query = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { url, query, pool, close: () => pool.end() };
}

/** Runs `work` in one transaction on one connection; whatever it throws rolls back. */
export async function transact<T>(db: Database, work: (client: ClientBase) => Promise<T>, begin = 'begin'): Promise<T> {
  const client = await db.pool.connect();
  let broken: Error | undefined;
  // Between two queries a lost connection is an event; the next query then fails with a clear error.
  const onError = (error: Error) => (broken = error);
  client.on('error', onError);
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

/** Runs `work` on a connection of its own that nobody hurries: for what takes minutes. */
export async function withConnection<T>(db: Database, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: db.url, application_name: 'upstairs maintenance', types: plainTypes });
  // Whatever runs when the connection breaks fails by itself.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const parsers = new Map<number, (text: string) => unknown>([
  [types.builtins.INT8, Number],
  [types.builtins.TIMESTAMPTZ, (text) => new Date(text).getTime()],
]);

/** Our bigints are epoch milliseconds and counters, all of them exact as numbers; timestamps become epoch milliseconds. */
const plainTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? (types.getTypeParser(oid, format) as unknown)) as CustomTypesConfig['getTypeParser'],
};
