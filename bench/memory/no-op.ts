import { condition } from '@temporalio/workflow';

/** The least that a workflow can be: what it costs in the cache is the price of any. */
export async function noOp(): Promise<void> {
  await condition(() => false);
}
