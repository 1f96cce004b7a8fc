import type { Draft } from '../escalation/draft';
import type { Escalation, Status } from '../escalation/state';
import type { Attempt, Who } from '../steps/step';

/** Everything else that a person can do with an escalation, beside completing its steps. */
export interface CommandDefinition<Body = unknown> {
  name: string;
  title: string;
  help: string;
  by: readonly Who[];
  /** The statuses in which it is possible. */
  in: readonly Status[];
  /** Refuses, by `Rejected`, what the state does not allow whatever the content: asked for the actions too. */
  ready?(state: Escalation): void;
  /** Does it: adds its events to the draft, or refuses by `Rejected`. */
  perform(draft: Draft, attempt: Attempt<Body>): void;
}
