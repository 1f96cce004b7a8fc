import type { EscalationEvent, EventType } from './events';
import { approvalEvolvers } from './approvals/evolve-approvals';
import { clockEvolvers } from './evolve-clocks';
import { deliveryEvolvers, withNotices } from './evolve-deliveries';
import { factEvolvers } from './evolve-facts';
import type { Evolver } from './evolver';
import { raised } from './evolve-raised';
import { storyEvolvers } from './evolve-story';
import { handOverEvolvers } from './hand-over/evolve-hand-over';
import { leaverEvolvers } from './leavers/evolve-leavers';
import { overrideEvolvers } from './override/evolve-override';
import { pauseEvolvers } from './pause/evolve-pause';
import { promiseEvolvers } from './promises/evolve-promises';
import { taskEvolvers } from './tasks/evolve-tasks';
import { teamEvolvers } from './team/evolve-team';
import { withStorySoFar } from './team/story-so-far';
import { togetherEvolvers } from './together/evolve-together';
import type { Escalation } from './state';

type Evolvers = { [T in Exclude<EventType, 'escalation.raised'>]: Evolver<T> };

const evolvers: Evolvers = {
  ...clockEvolvers,
  ...deliveryEvolvers,
  ...factEvolvers,
  ...storyEvolvers,
  ...promiseEvolvers,
  ...approvalEvolvers,
  ...taskEvolvers,
  ...teamEvolvers,
  ...handOverEvolvers,
  ...leaverEvolvers,
  ...pauseEvolvers,
  ...overrideEvolvers,
  ...togetherEvolvers,
};

/**
 * Folds one event into the state. Events alone rebuild an escalation: nothing else is looked at, no clock is read.
 * @throws Error where the event does not follow the state's seq, or no escalation was raised before it.
 */
export function evolve(state: Escalation | null, event: EscalationEvent): Escalation {
  if (event.type === 'escalation.raised') return raised(event);
  if (!state) throw new Error(`${event.type} before escalation.raised`);
  if (event.seq !== state.seq + 1) throw new Error(`event ${event.seq} does not follow ${state.seq} of ${state.id}`);
  const evolver = evolvers[event.type] as Evolver<EventType>;
  return stamped(withStorySoFar(withNotices(evolver(state, event), event), event), event);
}

/** Folds events in their order. */
export function evolveAll(state: Escalation | null, events: readonly EscalationEvent[]): Escalation | null {
  return events.reduce<Escalation | null>(evolve, state);
}

function stamped(state: Escalation, event: EscalationEvent): Escalation {
  const lastActedAt = event.actor ? { ...state.lastActedAt, [event.actor.id]: event.at } : state.lastActedAt;
  return { ...state, seq: event.seq, lastAt: event.at, lastActedAt };
}
