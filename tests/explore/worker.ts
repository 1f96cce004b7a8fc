import { parentPort } from 'node:worker_threads';
import type { Batch } from './lives';
import { runBatch } from './lives';

/** A thread that lives through one batch after the other. */
parentPort?.on('message', (batch: Batch) => {
  parentPort?.postMessage(runBatch(batch));
});
