import { CancellationScope, condition, makeContinueAsNewFunc } from '@temporalio/workflow';
import { ESCALATION_WORKFLOW } from '../names';
import type { EscalationInput } from './input';
import { listen } from './messages';
import { EscalationRun } from './run';

/** How an escalation ended, as Temporal's own pages show it. */
export interface EscalationEnd {
  ref: string;
  status: string;
  seq: number;
}

/**
 * One escalation, from the moment it was raised until it is settled with nothing open.
 *
 * It listens to people, sleeps until the next thing is due, and does it. A cancel request does not end it: only people
 * do, by the domain's own commands.
 */
export async function escalation(input: EscalationInput): Promise<EscalationEnd> {
  return CancellationScope.nonCancellable(async () => {
    const run = new EscalationRun(input);
    listen(run);
    await run.begin();
    while (!run.isOver()) {
      run.fireDue();
      if (run.isLong()) {
        await run.finishHandling();
        return continueAsNew(run.handOver());
      }
      await untilNext(run);
    }
    return { ref: run.state.ref, status: run.state.status, seq: run.state.seq };
  });
}

/** Sleeps on the single timer of the next thing due; wakes when a message has changed what that is. */
async function untilNext(run: EscalationRun): Promise<void> {
  const due = run.nextDue();
  const changed = () => run.isOver() || run.isLong() || run.nextDue()?.at !== due?.at;
  if (!due) return condition(changed);
  await condition(changed, Math.max(1, due.at - Date.now()), { summary: run.describe(due) });
}

const continueAsNew = makeContinueAsNewFunc<typeof escalation>({ workflowType: ESCALATION_WORKFLOW });
