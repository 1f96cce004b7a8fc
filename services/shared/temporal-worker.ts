import { setTimeout as sleep } from 'node:timers/promises';
import {
  DefaultLogger,
  GracefulShutdownPeriodExpiredError,
  NativeConnection,
  Runtime,
  Worker,
} from '@temporalio/worker';
import type { WorkerOptions } from '@temporalio/worker';
import type { Logger } from './logger';
import type { Telemetry } from './telemetry';
import { temporalConnection } from './temporal-client';
import type { TemporalTarget } from './temporal-client';

/** What a worker process brings: its queue with what runs there, and what it is to be stopped by. */
export interface WorkerProcess {
  target: TemporalTarget;
  logger: Logger;
  telemetry: Telemetry;
  options: Omit<WorkerOptions, 'connection' | 'namespace' | 'plugins' | 'shutdownGraceTime' | 'shutdownForceTime'>;
  /** Aborted when the process is to end. */
  stopping: AbortSignal;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** Activities get this long to end by themselves, then they are cancelled, then dropped: Temporal runs them again. */
const GRACE_MS = 2_000;
const FORCE_MS = 3_000;

/** During an outage the runtime says the same of every poll; once in this time tells it as well. */
const REPEATED_AFTER_MS = 30_000;

/** Sends what Temporal's runtime and its activities log to our log, from `warn` on. Once per process, before all else. */
export function forwardTemporalLogs(logger: Logger): void {
  let outageToldAt = 0;
  const forwarding = new DefaultLogger('WARN', ({ level, message, meta }) => {
    const entry = { ...meta };
    if (entry.target === 'temporalio_client::retry') {
      if (Date.now() - outageToldAt < REPEATED_AFTER_MS) return;
      outageToldAt = Date.now();
    }
    if (level === 'ERROR') logger.error(entry, message);
    else logger.warn(entry, message);
  });
  Runtime.install({
    logger: forwarding,
    telemetryOptions: { logging: { forward: {}, filter: { core: 'WARN', other: 'ERROR' } } },
    // The process itself decides what ends it; see stopSignal.
    shutdownSignals: [],
  });
}

/** Aborted at the first SIGTERM or SIGINT. */
export function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort());
  return stopping.signal;
}

/**
 * Works on a queue until the process is to stop, whatever happens to Temporal: it waits for a server that is not up
 * yet, and begins anew when one goes away for longer than the runtime bears.
 */
export async function runWorker(work: WorkerProcess): Promise<void> {
  const { logger, stopping, options } = work;
  let pauseMs = FIRST_PAUSE_MS;
  while (!stopping.aborted) {
    try {
      await workOnce(work, () => (pauseMs = FIRST_PAUSE_MS));
    } catch (error) {
      if (stopping.aborted) {
        if (!(error instanceof GracefulShutdownPeriodExpiredError))
          logger.warn({ err: error }, 'stopped with an error');
        return;
      }
      logger.error({ err: error, queue: options.taskQueue, retryInMs: pauseMs }, 'no work from Temporal; trying again');
      await sleep(pauseMs, undefined, { signal: stopping }).catch(() => undefined);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }
}

async function workOnce({ target, logger, telemetry, options, stopping }: WorkerProcess, onUp: () => void) {
  const { connectionOptions, namespace } = temporalConnection(target);
  const connection = await NativeConnection.connect(connectionOptions);
  try {
    const worker = await Worker.create({
      ...options,
      connection,
      namespace,
      plugins: telemetry.plugins,
      shutdownGraceTime: GRACE_MS,
      shutdownForceTime: FORCE_MS,
    });
    onUp();
    logger.info({ queue: options.taskQueue, namespace }, 'working');
    await worker.runUntil(aborted(stopping));
  } finally {
    await connection.close();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
