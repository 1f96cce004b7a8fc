import type { Client } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';

/** As the protocol numbers the types of search attributes (temporal.api.enums.v1.IndexedValueType). */
const KEYWORD = 2;
const BOOL = 5;
const searchAttributes = { UpstairsStage: KEYWORD, UpstairsLevel: KEYWORD, UpstairsBreached: BOOL };

/** Makes a namespace with our search attributes, so that a test's queues and workflows are its own. */
export async function registerNamespace({ workflowService, connection }: Client, namespace: string): Promise<void> {
  await workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: msToTs('1 day'),
  });
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
}
