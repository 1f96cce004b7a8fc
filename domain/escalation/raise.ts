import type { DutyShift } from '../duty';
import type { Complaint } from '../intake';
import type { Actor, DirectoryExcerpt } from '../people';
import type { Policy } from '../policy';
import { planOf } from '../steps/plan';
import { startPlannedClocks } from './clocks';
import type { CustomValues } from '../custom-values';
import { Draft } from './draft';
import type { EscalationEvent } from './events';
import { evolve } from './evolve';
import { reassess } from './facts';
import { askPeer } from './together/ask-peer';
import type { OtherEscalation } from './together/together';
import { informSponsor } from './team/inform-sponsor';
import type { Sponsor } from './team/team';
import { mayStillSponsor } from './team/may-still-sponsor';

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
  /** Who is on duty when, as far as the rota is written out. */
  duty?: readonly DutyShift[];
  /** Values of the policy's own fields, checked by `checkCustom`. */
  custom?: CustomValues;
  /** The escalation whose investigation and solution it shares. */
  umbrella?: OtherEscalation;
  /** The account's own sponsor. */
  sponsor?: Sponsor;
}

/** Decides the first events of an escalation: it is raised, weighed, and its first clock runs. */
export function decideRaise(raise: Raise, now: number): EscalationEvent[] {
  const { by, sponsor: wanted, ...others } = raise;
  const sponsor = wanted && mayStillSponsor(wanted, raise.directory.people, now) ? wanted : null;
  const data = { ...others, ...(sponsor && { sponsor }) };
  const raised: EscalationEvent = {
    seq: 1,
    at: now,
    actor: by,
    type: 'escalation.raised',
    data: { ...data, rules: RULES_VERSION, plan: planOf(raise.policy) },
  };
  const draft = new Draft(evolve(null, raised), now, by);
  reassess(draft);
  informSponsor(draft, null);
  startPlannedClocks(draft, 'receipt', raise.receivedAt);
  if (raise.umbrella) askPeer(draft, raise.umbrella, 'adopt-child', { ready: false });
  return [raised, ...draft.events];
}
