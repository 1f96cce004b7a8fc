import type { EscalationEvent, EventType } from '../../../domain/escalation/events';
import { clockTellers } from './clocks';
import { deliveryTellers } from './deliveries';
import { storyTellers } from './story';
import type { Teller, Telling } from './telling';

const tellers: { [T in EventType]: Teller<T> } = { ...clockTellers, ...deliveryTellers, ...storyTellers };

/** An event of the timeline in one plain sentence, for people. */
export function eventSentence(event: EscalationEvent, telling: Telling): string {
  const teller = tellers[event.type] as Teller<EventType>;
  return teller(event, telling);
}
