import { join } from 'node:path';
import { createMemoryActivities } from '../../activities/memory';
import { ESCALATIONS_QUEUE } from '../../workflows/names';
import { loadConfig, required } from '../shared/config';
import { createLogger } from '../shared/logger';
import { createMemory } from '../shared/memory';
import { openDatabase } from '../shared/store/database';
import { startTelemetry } from '../shared/telemetry';
import { forwardTemporalLogs, runWorker, stopSignal } from '../shared/temporal-worker';

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
  await runWorker({
    target: config,
    logger,
    telemetry,
    stopping: stopSignal(),
    options: {
      taskQueue: ESCALATIONS_QUEUE,
      workflowBundle: { codePath: join(__dirname, '../../workflow-bundle.js') },
      activities: createMemoryActivities({ memory: createMemory(db) }),
      maxCachedWorkflows: CACHED_WORKFLOWS,
      maxConcurrentActivityTaskExecutions: 20,
      reuseV8Context: true,
    },
  });
  await Promise.allSettled([db.close(), telemetry.shutdown()]);
  logger.info('stopped');
  process.exit(0);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
