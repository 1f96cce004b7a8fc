import { createDeliverActivities } from '../../activities/deliver';
import { createStepActivities } from '../../activities/index';
import { NOTIFICATIONS_QUEUE } from '../../workflows/names';
import { loadConfig, required } from '../shared/config';
import { createLogger } from '../shared/logger';
import { createMail } from '../shared/mail';
import { createMemory } from '../shared/memory';
import { openDatabase } from '../shared/store/database';
import { startTelemetry } from '../shared/telemetry';
import { forwardTemporalLogs, runWorker, stopSignal } from '../shared/temporal-worker';
import { workerIdentity } from '../shared/worker-identity';

async function main(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger(config, 'notifier');
  forwardTemporalLogs(logger);
  const telemetry = startTelemetry(config, 'upstairs-notifier');
  const databaseUrl = required(config.databaseUrl, 'DATABASE_URL', 'a postgres:// URL');
  const smtpUrl = required(config.smtpUrl, 'SMTP_URL', 'an smtp:// or smtps:// URL');
  const db = openDatabase(databaseUrl, {
    connections: 4,
    name: 'upstairs-notifier',
    onError: (error) => logger.warn({ err: error }, 'lost a database connection'),
  });
  const mail = createMail({ smtpUrl, mailFrom: config.mailFrom });
  const { publicUrl } = config;
  await runWorker({
    target: config,
    logger,
    telemetry,
    stopping: stopSignal(),
    options: {
      identity: workerIdentity('upstairs-notifier'),
      taskQueue: NOTIFICATIONS_QUEUE,
      activities: {
        ...createDeliverActivities({ mail, publicUrl }),
        ...createStepActivities({ mail, memory: createMemory(db), publicUrl }),
      },
      maxConcurrentActivityTaskExecutions: 20,
    },
  });
  mail.close();
  await Promise.allSettled([db.close(), telemetry.shutdown()]);
  logger.info('stopped');
  process.exit(0);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
