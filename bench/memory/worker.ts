import { setTimeout as sleep } from 'node:timers/promises';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createMemoryActivities } from '../../activities/memory';
import { createMemory } from '../../services/shared/memory';
import { openDatabase } from '../../services/shared/store/database';
import { workflowPlugins } from '../../services/shared/telemetry';
import { ESCALATIONS_QUEUE } from '../../workflows/names';
import type { Subject } from './subjects';
import { bundleOf } from './subjects';

/** What the driver tells a worker process at its start, as JSON in its first argument. */
export interface WorkerOrder {
  subject: Subject;
  databaseUrl: string;
  temporalAddress: string;
  namespace: string;
  /** Runs workflows in the main thread, whose heap can be asked for; production has threads of their own. */
  mainThread: boolean;
}

/** What a worker process weighs, in bytes; `heap` only where workflows run in its main thread. */
export interface Weight {
  rss: number;
  heap: number | null;
}

const COLLECTIONS = 4;

async function main({ subject, databaseUrl, temporalAddress, namespace, mainThread }: WorkerOrder): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  const db = openDatabase(databaseUrl, { connections: 4 });
  const connection = await NativeConnection.connect({ address: temporalAddress });
  const worker = await Worker.create({
    ...{ connection, namespace, taskQueue: ESCALATIONS_QUEUE, workflowBundle: await bundleOf(subject) },
    ...(subject === 'no-op' ? {} : { plugins: workflowPlugins() }),
    activities: createMemoryActivities({ memory: createMemory(db) }),
    maxCachedWorkflows: 5_000,
    maxConcurrentActivityTaskExecutions: 20,
    reuseV8Context: true,
    debugMode: mainThread,
  });
  process.on('message', () => void weigh(mainThread).then((weight) => process.send?.(weight)));
  process.once('disconnect', () => process.exit(0));
  process.send?.('ready');
  await worker.run();
}

async function weigh(mainThread: boolean): Promise<Weight> {
  for (let round = 0; round < COLLECTIONS; round += 1) {
    globalThis.gc?.();
    await sleep(250);
  }
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heap: mainThread ? heapUsed : null };
}

void main(JSON.parse(process.argv[2] ?? '') as WorkerOrder);
