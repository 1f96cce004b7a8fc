import type { Draft } from '../escalation/draft';
import type { Escalation, Status } from '../escalation/state';
import type { Hold } from '../escalation/approvals/ask';
import type { Actor } from '../people';
import type { Attempt, Who } from '../steps/step';
import type { Told } from '../told';

/** Everything else that a person can do with an escalation, beside completing its steps. */
export interface CommandDefinition<Body = unknown> {
  name: string;
  title: string;
  help: string;
  by: readonly Who[];
  /** Who may where the escalation was raised under the rules of release 0.1.0, if that was somebody else. */
  byRules1?: readonly Who[];
  /** The statuses in which it is possible. */
  in: readonly Status[];
  /** Its answer waits for what another escalation says to it. */
  asksOthers?: true;
  /** Refuses, by `Rejected`, what the state does not allow whatever the content: asked for the actions too. */
  ready?(state: Escalation, by: Actor, now: number): void;
  /** What of the body the customer reads or hears: it may have to be seen by somebody first. */
  tells?(body: Body): Told | undefined;
  /** What somebody else must allow before it is done; null where nothing stands in its way. */
  holds?(state: Escalation, attempt: Attempt<Body>): Hold | null;
  /** Does it: adds its events to the draft, or refuses by `Rejected`. */
  perform(draft: Draft, attempt: Attempt<Body>): void;
}
