import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { endPostmaster } from '../../infra/postgres/postmaster';
import { PostgresServer } from '../../infra/postgres/server';
import { ManagedProcess } from '../../infra/processes/managed-process';
import { freePort } from '../../infra/processes/ports';
import { RunFolder } from '../../infra/processes/run-folder';

// As mkdtemp makes it, nobody else can enter this folder: as root, Postgres runs as somebody else.
let closed: string;
let server: PostgresServer;
let running: ManagedProcess;
const said: string[] = [];

function managed(): ManagedProcess {
  return new ManagedProcess(
    {
      name: 'postgres',
      file: server.program,
      args: server.args({ fsync: 'off' }),
      env: { PATH: process.env.PATH },
      cwd: '/',
      ...(server.account ? { account: server.account } : {}),
      logFile: path.join(closed, 'postgres.log'),
      stopSignal: 'SIGINT',
      graceMs: 5_000,
      beforeStart: () => endPostmaster(server.cluster),
    },
    new RunFolder(path.join(closed, 'run')),
    (line) => said.push(line),
  );
}

async function query(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: server.url('kept') });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  closed = mkdtempSync(path.join(os.tmpdir(), 'upstairs-postgres-'));
  server = await PostgresServer.prepare(path.join(closed, 'postgres'), await freePort(), (line) => said.push(line));
  running = managed();
  running.start();
  await running.untilReady(() => server.isServing(), 30_000);
  await server.ensureDatabase('kept');
});

function remove(folder: string, cluster: string): void {
  for (const each of [folder, cluster, `${cluster}.owner`]) rmSync(each, { recursive: true, force: true });
}

afterAll(async () => {
  await running.stop();
  remove(closed, server.cluster);
});

test('runs for a folder that its own user cannot enter', async () => {
  expect(await query(`select current_setting('listen_addresses') as on`)).toEqual([{ on: '127.0.0.1' }]);
  if (process.getuid?.() === 0) expect(said.join()).toContain('the database is kept in');
});

test('keeps what was committed when it is killed', async () => {
  await query('create table promise (text text)');
  await query(`insert into promise values ('kept')`);
  const pid = running.pid;
  if (pid) process.kill(pid, 'SIGKILL');
  await running.untilReady(async () => running.pid !== pid && (await server.isServing()), 30_000);
  expect(await query('select text from promise')).toEqual([{ text: 'kept' }]);
});

test('starts although a killed run left a pid file whose pid somebody else has now', async () => {
  await running.stop();
  const pidFile = path.join(server.cluster, 'postmaster.pid');
  expect(existsSync(pidFile)).toBe(false);
  writeFileSync(pidFile, `${process.pid}\n${server.cluster}\n`);
  running = managed();
  running.start();
  await running.untilReady(() => server.isServing(), 30_000);
  expect(await query('select text from promise')).toEqual([{ text: 'kept' }]);
});

test('has a password that only its owner can read', () => {
  const file = path.join(closed, 'postgres/password');
  expect(server.url('kept')).toContain(readFileSync(file, 'utf8'));
});

test('a cluster whose data folder was deleted is cleared away', async () => {
  const forsaken = mkdtempSync(path.join(os.tmpdir(), 'upstairs-postgres-'));
  const gone = await PostgresServer.prepare(path.join(forsaken, 'postgres'), 1, () => undefined);
  rmSync(forsaken, { recursive: true });
  const next = mkdtempSync(path.join(os.tmpdir(), 'upstairs-postgres-'));
  const other = await PostgresServer.prepare(path.join(next, 'postgres'), 1, () => undefined);
  expect(existsSync(gone.cluster)).toBe(false);
  expect(existsSync(server.cluster)).toBe(true);
  remove(next, other.cluster);
});
