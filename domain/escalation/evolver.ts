import type { EventOf, EventType } from './events';
import type { Escalation } from './state';

/** How one type of event changes the state. */
export type Evolver<T extends EventType> = (state: Escalation, event: EventOf<T>) => Escalation;
