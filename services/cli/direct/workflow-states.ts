import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { Escalation } from '../../../domain/escalation/state';
import { escalationWorkflowId, STATE_QUERY } from '../../../workflows/names';
import { EXIT } from '../exit-codes';
import { CliFailure, messageOf } from '../failure';

/** Asks an escalation's workflow for the state it holds; null where it has ended and is no longer kept. */
export function workflowStates(client: Client): (escalationId: string) => Promise<Escalation | null> {
  return async (escalationId) => {
    try {
      return await client.workflow.getHandle(escalationWorkflowId(escalationId)).query<Escalation>(STATE_QUERY);
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return null;
      throw new CliFailure(EXIT.unreachable, `The workflow of ${escalationId} does not answer (${messageOf(error)}).`);
    }
  };
}
