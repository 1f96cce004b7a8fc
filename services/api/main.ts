import { loadConfig, required } from '../shared/config';
import { createLogger } from '../shared/logger';
import { openDatabase } from '../shared/store/database';
import { startTelemetry } from '../shared/telemetry';
import { connectTemporal } from '../shared/temporal-client';
import { createApp } from './app';
import { readDefinition } from './definition';
import { listenOn } from './server';
import { StreamHub } from './stream/hub';

/** An answer of the workflow is waited for so long, so a request in flight has ended by then. */
const DRAIN_MS = 20_000;
const CONNECTIONS = 20;
const PATIENCE = { heartbeatMs: 15_000, stalledAfterMs: 30_000 };

async function main(): Promise<void> {
  const config = loadConfig();
  const definition = await readDefinition(config.definitionFile);
  const log = createLogger(config, 'api');
  const telemetry = startTelemetry(config, 'upstairs-api');
  const databaseUrl = required(config.databaseUrl, 'DATABASE_URL', 'a postgres:// URL');
  const database = openDatabase(databaseUrl, {
    name: 'upstairs-api',
    connections: CONNECTIONS,
    onError: (error) => log.warn({ err: error }, 'lost a database connection'),
  });
  const temporal = await connectTemporal(config);
  const stream = new StreamHub(database, log, PATIENCE);
  const app = createApp({
    ...{ config, definition, log, database, stream, temporal: temporal.client },
  });
  const server = await listenOn(app, config.hosts, config.port);
  stream.start();
  log.info({ port: server.port, hosts: config.hosts }, 'listening');

  await firstSignal();
  log.info('draining');
  stream.end();
  await server.drain(DRAIN_MS);
  await Promise.allSettled([stream.close(), temporal.close(), telemetry.shutdown()]);
  await database.close();
  log.info('stopped');
  process.exit(0);
}

/** Later signals change nothing: the first one already ends everything. */
function firstSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve());
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
