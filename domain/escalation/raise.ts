import type { Complaint } from '../intake';
import type { Actor, DirectoryExcerpt } from '../people';
import type { Policy } from '../policy';
import { planOf } from '../steps/plan';
import { startPlannedClocks } from './clocks';
import { Draft } from './draft';
import type { EscalationEvent } from './events';
import { evolve } from './evolve';
import { reassess } from './facts';

/** The version of the decision rules that new escalations are pinned to; old branches stay until they are drained. */
const RULES_VERSION = 2;

/** Everything that an escalation begins with; `directory` holds the duty managers, the CSM, who raised it, and those above. */
export interface Raise {
  id: string;
  ref: string;
  complaint: Complaint;
  firstEscalation: boolean;
  /** Epoch milliseconds; the 2 h run from it. */
  receivedAt: number;
  quiet: boolean;
  by: Actor;
  policy: Policy;
  directory: DirectoryExcerpt;
}

/** Decides the first events of an escalation: it is raised, weighed, and its first clock runs. */
export function decideRaise(raise: Raise, now: number): EscalationEvent[] {
  const { by, ...data } = raise;
  const raised: EscalationEvent = {
    seq: 1,
    at: now,
    actor: by,
    type: 'escalation.raised',
    data: { ...data, rules: RULES_VERSION, plan: planOf(raise.policy) },
  };
  const draft = new Draft(evolve(null, raised), now, by);
  reassess(draft);
  startPlannedClocks(draft, 'receipt', raise.receivedAt);
  return [raised, ...draft.events];
}
