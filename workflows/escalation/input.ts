import type { Escalation } from '../../domain/escalation/state';
import type { EscalationEvent } from '../../domain/escalation/events';
import type { OtherEscalation } from '../../domain/escalation/together/together';
import type { Actor, DirectoryExcerpt } from '../../domain/people';
import type { Policy } from '../../domain/policy';

/** What an update answered, kept so that the same update id gets the same answer in a later run. */
export interface KeptOutcome {
  updateId: string;
  at: number;
  outcome: CommandOutcome;
}

/**
 * What an update answers: the seq after it, and every event that the journal may not hold yet, ending with its own.
 */
export interface CommandOutcome {
  seq: number;
  events: EscalationEvent[];
}

/** A signal as it came. */
export interface WaitingSignal {
  name: string;
  payload?: unknown;
}

/**
 * How a run begins. A first run has no `state` and the events of its raising; a run that continues, or one that
 * reopens a settled escalation from the journal, has the folded `state` and the events that were not recorded yet.
 */
export interface EscalationInput {
  escalationId: string;
  state: Escalation | null;
  unrecorded: EscalationEvent[];
  outcomes: KeptOutcome[];
  /** Signals that the run before did not get to. */
  signals?: WaitingSignal[];
  /**
   * The state was folded from the journal while no run was there: another run may have come and gone since, so this one
   * catches up with the journal before it decides anything.
   */
  fromJournal?: boolean;
  /** Continue as new after so many history events, also before the server suggests it. */
  continueAfterEvents?: number;
}

/**
 * The one argument of each step's and command's update and signal: the body's own fields with `by` among them. The API
 * stamps `by` whole and adds the `directory` excerpt of everybody whom the body names; a signal's `by` is an id.
 */
export interface StampedMessage {
  by: Actor;
  directory: DirectoryExcerpt;
  /** The policy that a re-application asks for. */
  policy?: Policy;
  /** The other escalations that the body names, as far as the sender may see them. */
  others?: readonly OtherEscalation[];
  /** Set where another escalation asks, and never by the API. */
  peer?: OtherEscalation;
  [field: string]: unknown;
}
