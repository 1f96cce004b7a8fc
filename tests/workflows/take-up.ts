import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation } from '@temporalio/client';
import type { Workflow } from '@temporalio/client';
import { evolveAll } from '../../domain/escalation/evolve';
import type { Escalation } from '../../domain/escalation/state';
import { startOptions } from '../../services/shared/workflow/start-options';
import type { CommandOutcome } from '../../workflows/escalation/input';
import type { Story } from './story';

/** What the journal tells of an escalation. */
export async function foldOf(story: Story): Promise<Escalation> {
  return evolveAll(null, await story.journal()) as Escalation;
}

/**
 * Takes an ended escalation up again as the API does: a new run from what the journal tells, and the update at once.
 * @param from what the journal told, maybe some time ago
 */
export async function takeUp(
  story: Story,
  name: string,
  byId: string,
  body: object,
  from?: Escalation,
): Promise<CommandOutcome> {
  const state = from ?? (await foldOf(story));
  const input = { escalationId: story.id, state, unrecorded: [], outcomes: [], fromJournal: true };
  const { type, options } = startOptions(state, input);
  const startWorkflowOperation = new WithStartWorkflowOperation(type, {
    ...options,
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  });
  return story.handle.client.executeUpdateWithStart<Workflow, CommandOutcome, [unknown]>(name, {
    args: [await story.stamp(byId, body)],
    updateId: randomUUID(),
    startWorkflowOperation,
  });
}
