import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dataFolder } from '../../infra/local/folders';
import { Supervisor } from '../../infra/local/supervisor';
import { endPostmaster } from '../../infra/postgres/postmaster';
import { PostgresServer } from '../../infra/postgres/server';
import type { ProcessMark } from '../../infra/processes/identity';
import { isAlive, markOf } from '../../infra/processes/identity';
import { freePort } from '../../infra/processes/ports';
import { RunFolder } from '../../infra/processes/run-folder';
import { findTemporal } from '../../infra/temporal/find';
import { TemporalServer, temporalServerArgs } from '../../infra/temporal/server';
import { seedDemo } from '../../services/shared/store/demo-seed';
import { migrate } from '../../services/shared/store/migrate';

const prefix = 'upstairs-test-';
/** The migrated database with the demo's people that every test's own database is cloned from. */
const templateDatabase = 'upstairs_template';

/** Where the servers of a test run are reached. */
export interface TestServers {
  temporalAddress: string;
  /** The URL of the template; a test's database differs in its last part. */
  templateUrl: string;
  /** The keys of the demo's people, the same in every test. */
  keysFile: string;
  stop(): Promise<void>;
}

/** Starts the real servers that all test files of a run share: Postgres with a migrated template, and Temporal. */
export async function startTestServers(): Promise<TestServers> {
  await clearKilledRuns();
  const folder = mkdtempSync(path.join(os.tmpdir(), prefix));
  chmodSync(folder, 0o711);
  writeFileSync(path.join(folder, 'owner.json'), JSON.stringify(markOf(process.pid)));
  const keysFile = path.join(folder, 'demo-keys.json');
  const supervisor = new Supervisor(new RunFolder(path.join(folder, 'run')), (line) => console.log(line));
  const stop = async (): Promise<void> => {
    await supervisor.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const [templateUrl, temporalAddress] = await Promise.all([
      startPostgres(folder, keysFile, supervisor),
      startTemporal(folder, supervisor),
    ]);
    return { templateUrl, temporalAddress, keysFile, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startPostgres(folder: string, keysFile: string, supervisor: Supervisor): Promise<string> {
  const server = await PostgresServer.prepare(path.join(folder, 'postgres'), await freePort(), () => undefined);
  const postgres = supervisor.add({
    name: 'postgres',
    file: server.program,
    // Nothing of a test run is to outlive a power failure.
    args: server.args({ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' }),
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    cwd: '/',
    ...(server.account ? { account: server.account } : {}),
    logFile: path.join(folder, 'postgres.log'),
    stopSignal: 'SIGINT',
    graceMs: 5_000,
    beforeStart: () => endPostmaster(server.cluster),
  });
  await postgres.untilReady(() => server.isServing(), 30_000);
  await server.ensureDatabase(templateDatabase);
  await migrate(server.url(templateDatabase));
  await seedDemo(server.url(templateDatabase), keysFile);
  return server.url(templateDatabase);
}

async function startTemporal(folder: string, supervisor: Supervisor): Promise<string> {
  const binary = await findTemporal(dataFolder(), (line) => console.log(line));
  const port = await freePort();
  const server = new TemporalServer(binary, port);
  const temporal = supervisor.add({
    name: 'temporal',
    file: binary,
    args: temporalServerArgs({ port }),
    env: process.env,
    logFile: path.join(folder, 'temporal.log'),
    stopSignal: 'SIGTERM',
    graceMs: 3_000,
  });
  await temporal.untilReady(() => server.isServing(), 30_000);
  return server.address;
}

// A test run that was killed could not end its servers, nor the services of its worlds.
async function clearKilledRuns(): Promise<void> {
  for (const name of readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = path.join(os.tmpdir(), name);
    const owner = readOwner(folder);
    if (!owner || isAlive(owner)) continue;
    const worlds = readdirSync(folder).filter((entry) => entry.startsWith('world-'));
    for (const part of [...worlds, '.']) await new RunFolder(path.join(folder, part, 'run')).endLeftovers();
    rmSync(folder, { recursive: true, force: true });
  }
}

function readOwner(folder: string): ProcessMark | null {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'owner.json'), 'utf8')) as ProcessMark;
  } catch {
    return null;
  }
}
