import type { Draft } from '../../escalation/draft';
import type { OtherEscalation } from '../../escalation/together/together';
import type { Actor } from '../../people';

/** What one escalation asks of another. */
export interface PeerAsk<Body> {
  body: Body;
  /** The person behind it. */
  by: Actor;
  /** The escalation that asks. */
  peer: OtherEscalation;
}

/**
 * Something that only another escalation may ask of this one: no person, no API, no signal. It is asked again where its
 * answer was lost, so a second time it changes nothing.
 */
export interface PeerCommandDefinition<Body = unknown> {
  name: string;
  /** Does it: adds its events to the draft, or refuses by `Rejected`. */
  perform(draft: Draft, ask: PeerAsk<Body>): void;
}
