import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Batch, BatchResult } from './lives';

/**
 * Runs batches on threads, each on the compiled files below `folder` (the `dist` of this checkout, or a copy with a
 * fault in it). `next` gives a free thread its next batch, and ends it with null.
 */
export async function runOnThreads(
  folders: readonly string[],
  next: () => Batch | null,
  done: (result: BatchResult) => void,
): Promise<void> {
  await Promise.all(folders.map((folder) => runThread(folder, next, done)));
}

function runThread(folder: string, next: () => Batch | null, done: (result: BatchResult) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(folder, 'tests/explore/worker.js'));
    const goOn = () => {
      const batch = next();
      if (batch) worker.postMessage(batch);
      else void worker.terminate().then(() => resolve());
    };
    worker.on('error', reject);
    worker.on('message', (result: BatchResult) => {
      done(result);
      goOn();
    });
    goOn();
  });
}
