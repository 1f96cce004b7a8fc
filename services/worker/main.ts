import { join } from 'node:path';
import { createAnnouncementActivities } from '../../activities/announcements';
import { createMemoryActivities } from '../../activities/memory';
import { createPeerActivities } from '../../activities/peers';
import { ESCALATIONS_QUEUE } from '../../workflows/names';
import { createAnnouncements } from '../shared/announcements';
import { loadConfig, required } from '../shared/config';
import { createLogger } from '../shared/logger';
import { createMemory } from '../shared/memory';
import { createPeers } from '../shared/peers';
import { openDatabase } from '../shared/store/database';
import { startTelemetry } from '../shared/telemetry';
import { connectTemporal } from '../shared/temporal-client';
import { forwardTemporalLogs, runWorker, stopSignal } from '../shared/temporal-worker';
import { workerIdentity } from '../shared/worker-identity';

/** An escalation at rest needs no cache: a woken one is rebuilt from its short history. docs/history.md has figures. */
const CACHED_WORKFLOWS = 200;

async function main(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger(config, 'worker');
  forwardTemporalLogs(logger);
  const telemetry = startTelemetry(config, 'upstairs-worker');
  const databaseUrl = required(config.databaseUrl, 'DATABASE_URL', 'a postgres:// URL');
  const db = openDatabase(databaseUrl, {
    name: 'upstairs-worker',
    onError: (error) => logger.warn({ err: error }, 'lost a database connection'),
  });
  const temporal = await connectTemporal(config);
  await runWorker({
    target: config,
    logger,
    telemetry,
    stopping: stopSignal(),
    options: {
      identity: workerIdentity('upstairs-worker'),
      taskQueue: ESCALATIONS_QUEUE,
      workflowBundle: { codePath: join(__dirname, '../../workflow-bundle.js') },
      activities: {
        ...createMemoryActivities({ memory: createMemory(db) }),
        ...createPeerActivities(createPeers(db, temporal.client)),
        ...createAnnouncementActivities(createAnnouncements(db, temporal.client)),
      },
      maxCachedWorkflows: CACHED_WORKFLOWS,
      maxConcurrentActivityTaskExecutions: 20,
      reuseV8Context: true,
    },
  });
  await Promise.allSettled([temporal.close(), db.close(), telemetry.shutdown()]);
  logger.info('stopped');
  process.exit(0);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
