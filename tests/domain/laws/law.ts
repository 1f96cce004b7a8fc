import type { Command } from '../../../domain/escalation/decide';
import type { EscalationEvent } from '../../../domain/escalation/events';
import type { Escalation } from '../../../domain/escalation/state';
import type { Rejection } from '../../../domain/rejection';

/** What follows one escalation through its life, and speaks up by `Violation`. */
export interface Watch {
  /** It was raised: the state after its very first event. */
  raised?(state: Escalation, event: EscalationEvent): void;
  /** One event was folded. */
  event?(event: EscalationEvent, before: Escalation, after: Escalation): void;
  /** Everything due at a moment was done in one wake. */
  woke?(events: readonly EscalationEvent[], before: Escalation, now: number, afterOutage: boolean): void;
  /** At this moment nothing is left to do. */
  rest?(state: Escalation, now: number): void;
  accepted?(command: Command, before: Escalation, events: readonly EscalationEvent[], now: number): void;
  refused?(rejection: Rejection, command: Command, before: Escalation, now: number): void;
  /** The sequence is over. */
  end?(state: Escalation, events: readonly EscalationEvent[]): void;
}

/** Something that must hold in every life of every escalation. */
export interface Law {
  name: string;
  /** A watch for one escalation. */
  watch(): Watch;
}

/** A law was broken. */
export class Violation extends Error {
  constructor(
    readonly law: string,
    detail: string,
  ) {
    super(`${law}: ${detail}`);
    this.name = 'Violation';
  }
}

/** The law that whoever drives the escalation checks itself: it never finds work without an end at one moment. */
export const SLEEPS_AGAIN = 'it sleeps again after each wake';

/** Makes the check of one law: throws unless it holds. */
export function requiring(law: string): (holds: boolean, detail: () => string) => void {
  return (holds, detail) => {
    if (!holds) throw new Violation(law, detail());
  };
}
