import path from 'node:path';
import { Client } from 'pg';
import type { Account } from './account';
import { databaseRole, initialise, passwordIn } from './cluster';
import type { Place } from './place';
import { placeOf } from './place';

/** The embedded Postgres of a data folder: how to start it, and how to reach it. */
export class PostgresServer {
  private constructor(
    private readonly place: Place,
    private readonly password: string,
    readonly port: number,
  ) {}

  /** Finds its place and makes the cluster where it is missing; nothing runs yet. */
  static async prepare(folder: string, port: number, say: (line: string) => void): Promise<PostgresServer> {
    const place = await placeOf(folder, say);
    await initialise(folder, place);
    return new PostgresServer(place, passwordIn(folder), port);
  }

  get program(): string {
    return path.join(this.place.programs, 'bin/postgres');
  }

  /** Who it is to run as, where this is not who we are. */
  get account(): Account | null {
    return this.place.account;
  }

  get cluster(): string {
    return this.place.cluster;
  }

  /** The server's arguments: loopback only, no sockets in the file system; `settings` are added. */
  args(settings: Readonly<Record<string, string>> = {}): string[] {
    const all = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '100',
      shared_buffers: '64MB',
      timezone: 'UTC',
      log_timezone: 'UTC',
      ...settings,
    };
    const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    return ['-D', this.place.cluster, '-p', String(this.port), ...options];
  }

  url(database: string): string {
    return `postgres://${databaseRole}:${this.password}@127.0.0.1:${this.port}/${database}`;
  }

  /** Whether it takes queries. */
  async isServing(): Promise<boolean> {
    return this.query('postgres', 'select 1').then(
      () => true,
      () => false,
    );
  }

  /** Makes the database when it is missing. */
  async ensureDatabase(name: string): Promise<void> {
    const found = await this.query('postgres', 'select 1 from pg_database where datname = $1', [name]);
    if (found === 0) await this.query('postgres', `create database "${name}"`);
  }

  private async query(database: string, sql: string, values: string[] = []): Promise<number> {
    const client = new Client({ connectionString: this.url(database), connectionTimeoutMillis: 2_000 });
    // A connection that breaks is told by the query's own failure.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query(sql, values)).rowCount ?? 0;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
