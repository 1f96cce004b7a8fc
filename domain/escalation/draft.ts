import type { Actor } from '../people';
import type { EscalationEvent, EventBody, EventData, EventType } from './events';
import { evolve } from './evolve';
import type { Escalation } from './state';

/** A decision in the making: each event is folded at once, so that the rules after it see what it changed. */
export class Draft {
  readonly events: EscalationEvent[] = [];

  constructor(
    public state: Escalation,
    readonly now: number,
    readonly actor: Actor | null,
  ) {}

  /** Adds an event to the decision. */
  emit<T extends EventType>(type: T, data: EventData[T]): void {
    const body = { type, data } as EventBody;
    const event: EscalationEvent = { seq: this.state.seq + 1, at: this.now, actor: this.actor, ...body };
    this.state = evolve(this.state, event);
    this.events.push(event);
  }

  /** Takes over what was decided in another draft that began where this one stands. */
  take(other: Draft): void {
    this.state = other.state;
    this.events.push(...other.events);
  }
}
