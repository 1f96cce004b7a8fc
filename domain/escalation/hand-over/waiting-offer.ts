import { asActor } from '../../people';
import { mayDo } from '../actions';
import { knownPerson } from '../known';
import type { Escalation } from '../state';
import type { Waiting } from '../waiting';

const ACCEPT = { kind: 'command', name: 'accept-hand-over' } as const;
const DECLINE = { kind: 'command', name: 'decline-hand-over' } as const;

/** An offer waits for whom it is made to. */
export function forOffer(state: Escalation, now: number): Waiting[] {
  const to = knownPerson(state, state.handOver?.toId);
  if (!to || state.status === 'settled') return [];
  const owner = knownPerson(state, state.ownerId)?.name ?? 'Its owner';
  const possible = (one: typeof ACCEPT | typeof DECLINE) => (mayDo(state, one, asActor(to), now) ? one : null);
  return [
    {
      ...{ personId: to.id, why: 'hand-over', what: `${owner} offers it to you: accept or decline`, clockId: null },
      ...{ commitmentId: null, dueAt: null, breached: false, action: possible(ACCEPT), beside: possible(DECLINE) },
    },
  ];
}
