import { DAY_MS } from '../duration';
import type { Policy } from '../policy';
import type { Clock, Commitment, Escalation } from './state';
import { NOTHING_SO_FAR } from './team/story-so-far';

/** What states that release 0.1.0 folded do not have, as it stands where nothing of it has happened yet. */
export const ADDED_SINCE_0_1_0 = {
  weighedLevel: 'P1',
  override: null,
  duty: [],
  approvals: [],
  tasks: [],
  team: [],
  escalationManagerId: null,
  sponsor: null,
  counterpart: null,
  handOver: null,
  pause: null,
  pauses: 0,
  pausedMs: 0,
  pausedAt: null,
  links: [],
  merging: null,
  mergedInto: null,
  absorbed: [],
  otherContacts: [],
  umbrella: null,
  children: [],
  custom: {},
  storySoFar: NOTHING_SO_FAR,
  askedAt: null,
  heardAt: null,
  stranded: [],
} as const satisfies Partial<Escalation>;

/** What policies of release 0.1.0 do not say: it changes nothing for the escalations that are pinned to them. */
const ABSENT_FROM_0_1_0 = {
  chainLength: 3,
  clocks: {},
  authority: null,
  messageApproval: null,
  variants: [],
  calendars: [],
  fields: [],
  longestPauseMs: 5 * DAY_MS,
} as const satisfies Partial<Policy>;

/** A policy with everything that today's rules ask for. */
export function completePolicy(policy: Policy): Policy {
  return { ...ABSENT_FROM_0_1_0, ...policy };
}

/** Takes up a state that an earlier release folded: from a run before this one, or from the read model. */
export function completeState(state: Escalation): Escalation {
  return {
    ...ADDED_SINCE_0_1_0,
    ...state,
    weighedLevel: (state as Partial<Escalation>).weighedLevel ?? state.priority.level,
    policy: completePolicy(state.policy),
    clocks: state.clocks.map(completeClock),
    commitments: state.commitments.map(completeCommitment),
  };
}

function completeClock(clock: Clock): Clock {
  const absent: Partial<Clock> = { calendar: null, runsFromAt: clock.anchorAt, leftMs: clock.budgetMs };
  return { ...absent, ...clock };
}

function completeCommitment(commitment: Commitment): Commitment {
  const absent: Partial<Commitment> = { remedy: false, dependsOn: [], movedFrom: [] };
  return { ...absent, ...commitment };
}
