import type { Context } from '@opentelemetry/api';
import { AsyncLocalStorage } from '@temporalio/workflow';

/**
 * One storage for all workflows of a worker thread, as this module is preloaded; each workflow still sees its own
 * context only, since it follows promises. With one per workflow, as the interceptors have it by themselves, Node
 * before 24 writes every storage's store on every promise: memory and time grow with the square of what is cached.
 */
const storage = new AsyncLocalStorage<Context>();

/** The trace's context of the code that runs now. */
export function activeContext(): Context | undefined {
  return storage.getStore();
}

/** Runs something, and all that follows from it, in a trace's context. */
export function runIn<T>(context: Context, work: () => T): T {
  return storage.run(context, work);
}
