import type { WorkflowStartOptions } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import type { Escalation } from '../../../domain/escalation/state';
import type { EscalationInput } from '../../../workflows/escalation/input';
import { attributePairs } from '../../../workflows/escalation/search-attributes';
import { ESCALATION_WORKFLOW, ESCALATIONS_QUEUE, escalationWorkflowId } from '../../../workflows/names';

/** How an escalation's workflow is started: its type, and what Temporal's own pages show of it. */
export function startOptions(
  state: Escalation,
  input: EscalationInput,
): { type: string; options: WorkflowStartOptions & { args: [EscalationInput] } } {
  return {
    type: ESCALATION_WORKFLOW,
    options: {
      workflowId: escalationWorkflowId(state.id),
      taskQueue: ESCALATIONS_QUEUE,
      args: [input],
      staticSummary: `${state.ref}, raised as ${state.priority.level}`,
      typedSearchAttributes: new TypedSearchAttributes(attributePairs(state)),
    },
  };
}
