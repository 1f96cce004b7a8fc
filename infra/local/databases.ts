import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { PostgresServer } from '../postgres/server';
import { endPostmaster } from '../postgres/postmaster';
import { findTemporal } from '../temporal/find';
import { TemporalServer, temporalServerArgs } from '../temporal/server';
import type { ChosenPorts } from './chosen-ports';
import type { Settings } from './settings';
import type { Supervisor } from './supervisor';

/** Ended escalations stay in Temporal's own interface for so long. */
const keepEndedDays = 30;
const readyWithinMs = 60_000;

/** The database: the one that DATABASE_URL names, or the embedded one, started. Answers its URL. */
export async function startDatabase(settings: Settings, ports: ChosenPorts, supervisor: Supervisor): Promise<string> {
  const { data, logs, config } = settings;
  if (config.databaseUrl) return config.databaseUrl;
  const server = await PostgresServer.prepare(path.join(data, 'postgres'), ports.postgres, supervisor.say);
  const postgres = supervisor.add({
    name: 'postgres',
    file: server.program,
    args: server.args(),
    env: { PATH: process.env.PATH, LC_ALL: 'C', PGTZ: 'UTC' },
    cwd: '/',
    ...(server.account ? { account: server.account } : {}),
    logFile: path.join(logs, 'postgres.log'),
    // A fast shutdown: clients are cut off, everything is written.
    stopSignal: 'SIGINT',
    graceMs: 3_000,
    beforeStart: () => endPostmaster(server.cluster),
  });
  await postgres.untilReady(() => server.isServing(), readyWithinMs);
  await server.ensureDatabase('upstairs');
  return server.url('upstairs');
}

/** Temporal as the services reach it. */
export interface StartedTemporal {
  address: string;
  uiUrl: string | null;
}

/** Temporal: the server that TEMPORAL_ADDRESS names, or the embedded one, found and started. */
export async function startTemporal(
  settings: Settings,
  ports: ChosenPorts,
  supervisor: Supervisor,
): Promise<StartedTemporal> {
  const { data, logs, config } = settings;
  if (config.temporalAddress) return { address: config.temporalAddress, uiUrl: config.temporalUiUrl };
  const binary = await findTemporal(data, supervisor.say);
  mkdirSync(path.join(data, 'temporal'), { recursive: true });
  const dbFile = path.join(data, 'temporal', 'temporal.db');
  const server = new TemporalServer(binary, ports.temporal);
  const temporal = supervisor.add({
    name: 'temporal',
    file: binary,
    args: temporalServerArgs({ port: ports.temporal, uiPort: ports.temporalUi, dbFile }),
    env: process.env,
    logFile: path.join(logs, 'temporal.log'),
    stopSignal: 'SIGTERM',
    graceMs: 3_000,
  });
  await temporal.untilReady(() => server.isServing(), readyWithinMs);
  await server.keepEndedFor(keepEndedDays);
  return { address: server.address, uiUrl: `http://127.0.0.1:${ports.temporalUi}` };
}
