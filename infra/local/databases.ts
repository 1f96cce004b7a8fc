import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { endPostmaster } from '../postgres/postmaster';
import { PostgresServer } from '../postgres/server';
import { findTemporal } from '../temporal/find';
import { TemporalServer, temporalServerArgs } from '../temporal/server';
import { onFreePorts } from './chosen-ports';
import type { Settings } from './settings';
import type { Supervisor } from './supervisor';

/** Ended escalations stay in Temporal's own interface for so long. */
const keepEndedDays = 30;
const readyWithinMs = 60_000;

/** The database: the one that DATABASE_URL names, or the embedded one, started. Answers its URL. */
export async function startDatabase({ data, logs, config }: Settings, supervisor: Supervisor): Promise<string> {
  if (config.databaseUrl) return config.databaseUrl;
  return onFreePorts(data, ['postgres'], async ({ postgres: port }) => {
    const server = await PostgresServer.prepare(path.join(data, 'postgres'), port, supervisor.say);
    const spec = {
      name: 'postgres',
      file: server.program,
      args: server.args(),
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      cwd: '/',
      ...(server.account ? { account: server.account } : {}),
      logFile: path.join(logs, 'postgres.log'),
      // A fast shutdown: clients are cut off, everything is written.
      stopSignal: 'SIGINT',
      graceMs: 3_000,
      beforeStart: () => endPostmaster(server.cluster),
    } as const;
    await supervisor.addAndAwait(spec, () => server.isServing(), readyWithinMs);
    await server.ensureDatabase('upstairs');
    return server.url('upstairs');
  });
}

/** Temporal as the services reach it. */
export interface StartedTemporal {
  address: string;
  uiUrl: string | null;
}

/** Temporal: the server that TEMPORAL_ADDRESS names, or the embedded one, found and started. */
export async function startTemporal(
  { data, logs, config }: Settings,
  supervisor: Supervisor,
): Promise<StartedTemporal> {
  if (config.temporalAddress) return { address: config.temporalAddress, uiUrl: config.temporalUiUrl };
  const file = await findTemporal(data, supervisor.say);
  mkdirSync(path.join(data, 'temporal'), { recursive: true });
  const dbFile = path.join(data, 'temporal', 'temporal.db');
  return onFreePorts(data, ['temporal', 'temporalUi'], async ({ temporal: port, temporalUi: uiPort }) => {
    const server = new TemporalServer(file, port);
    const spec = {
      name: 'temporal',
      file,
      args: temporalServerArgs({ port, uiPort, dbFile }),
      env: process.env,
      logFile: path.join(logs, 'temporal.log'),
      stopSignal: 'SIGTERM',
      graceMs: 3_000,
    } as const;
    await supervisor.addAndAwait(spec, () => server.isServing(), readyWithinMs);
    await server.keepEndedFor(keepEndedDays);
    return { address: server.address, uiUrl: `http://127.0.0.1:${uiPort}` };
  });
}
