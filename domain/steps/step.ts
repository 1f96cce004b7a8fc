import type { Draft } from '../escalation/draft';
import type { Escalation } from '../escalation/state';
import type { OtherEscalation } from '../escalation/together/together';
import type { Hold } from '../escalation/approvals/ask';
import type { Actor, Role } from '../people';
import type { Policy } from '../policy';
import type { Told } from '../told';
import type { PlanStep } from './plan-step';

/**
 * Who may do something: a role, or the person who holds a place in this escalation. `the-responsible` is the one whom
 * the clock or commitment in hand watches; `the-solver` is the owner and, while there is none, whoever may do the intake;
 * `the-offered` is the one whom the owner offers it to; `the-approver` is whoever is asked for a decision here, or asked
 * for one.
 */
export type Who =
  | Role
  | 'the-owner'
  | 'the-csm'
  | 'the-responsible'
  | 'the-raiser'
  | 'the-solver'
  | 'the-offered'
  | 'the-approver'
  | 'anyone';

/** One thing somebody wants to do here. `by` is stamped by the API or resolved from the directory. */
export interface Attempt<Body> {
  body: Body;
  by: Actor;
  now: number;
  /** The other escalations that the body names. */
  others?: readonly OtherEscalation[] | undefined;
  /** The policy that it is to go by from now on. */
  policy?: Policy | undefined;
}

/**
 * A step of the process. Everything else follows from it: the API operation, the form, the clock with its reminders
 * and chain, the timeline, the docs.
 */
export interface StepDefinition<Body = unknown> extends PlanStep {
  title: string;
  /** One sentence of help: what completes it. */
  help: string;
  by: readonly Who[];
  /** Steps that wait for this one wherever a plan holds it, besides the closure, which waits for all before it. */
  before?: readonly string[];
  /** Leaving: no new plan gets it, while those who were raised with it go on as before. */
  retired?: true;
  /** Refuses, by `Rejected`, what the state does not allow whatever the content: asked for the actions too. */
  ready?(state: Escalation): void;
  /** What of the body the customer reads or hears: it may have to be seen by somebody first. */
  tells?(body: Body): Told | undefined;
  /** What somebody else must allow before it is done; null where nothing stands in its way. */
  holds?(state: Escalation, attempt: Attempt<Body>): Hold | null;
  /**
   * Checks what the step must carry and adds what follows from it to the draft, by `Rejected` or events; order, person
   * and state were checked before, and `step.completed` itself is written by the caller.
   * @returns what happened when: the moment that the clocks hold.
   */
  complete(draft: Draft, attempt: Attempt<Body>): StepOutcome;
}

/** The moment that a completion counts from, and what follows once it is written. */
export interface StepOutcome {
  occurredAt: number;
  /** False where the attempt is recorded but does not complete the step (a check-in that reached nobody). */
  completes?: boolean;
  then?: () => void;
}
