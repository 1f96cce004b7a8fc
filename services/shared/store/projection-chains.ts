import type { EscalationEvent } from '../../../domain/escalation/events';
import type { RungWatch } from '../../../domain/escalation/state';

type Rung = RungWatch['rung'];

/** The highest rung told of each clock that has run out, since it did. The state forgets it when somebody takes charge. */
export type Climbed = Readonly<Record<string, Rung>>;

/** The rungs from the bottom up. */
const HEIGHT: readonly Rung[] = ['manager', 'director', 'vp', 'everyone'];

/** The higher of two rungs, where there is one. */
export function higher(one: Rung | undefined, other: Rung): Rung {
  return one !== undefined && HEIGHT.indexOf(one) >= HEIGHT.indexOf(other) ? one : other;
}

/** Folds an event into how far the chains went. */
export function climb(climbed: Climbed, event: EscalationEvent): Climbed {
  switch (event.type) {
    case 'chain.advanced': {
      const { clockId, bundles, rung } = event.data;
      const told = [clockId, ...bundles].map((id) => [id, higher(climbed[id], rung)] as const);
      return { ...climbed, ...Object.fromEntries(told) };
    }
    case 'clock.started':
    case 'clock.met':
    case 'clock.cancelled': {
      const { [event.data.clockId]: _ended, ...others } = climbed;
      return others;
    }
    default:
      return climbed;
  }
}
