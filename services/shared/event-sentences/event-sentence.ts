import type { EscalationEvent, EventType } from '../../../domain/escalation/events';
import { agreementTellers } from './agreements';
import { clockTellers } from './clocks';
import { deliveryTellers } from './deliveries';
import { peopleTellers } from './people';
import { storyTellers } from './story';
import type { Teller, Telling } from './telling';
import { togetherTellers } from './together';
import { waitingTellers } from './waiting';

const tellers: { [T in EventType]: Teller<T> } = {
  ...clockTellers,
  ...deliveryTellers,
  ...storyTellers,
  ...agreementTellers,
  ...peopleTellers,
  ...waitingTellers,
  ...togetherTellers,
};

/** What somebody wrote ends with a stop of its own. */
const TWO_STOPS = /([.!?…])\.$/;

/** An event of the timeline in one plain sentence, for people. */
export function eventSentence(event: EscalationEvent, telling: Telling): string {
  const teller = tellers[event.type] as Teller<EventType>;
  return teller(event, telling).replace(TWO_STOPS, '$1');
}
