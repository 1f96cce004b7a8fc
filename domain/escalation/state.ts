import type { Actor, Person } from '../people';
import type { Complaint } from '../intake';
import type { ChainLevel, Policy } from '../policy';
import type { Priority } from '../priority';
import type { RootCause } from '../root-cause';
import type { Notice } from '../notice';
import type { PlanStep } from '../steps/plan-step';

/** Where an escalation as a whole stands. `closed` is in its follow-up, `settled` has its check-in done. */
export type Status = 'open' | 'paused' | 'closed' | 'settled' | 'withdrawn' | 'merged';

/** What a clock watches over. */
export type ClockKind = 'step' | 'keep-informed' | 'commitment' | 'task' | 'approval';

export type ClockState = 'running' | 'paused' | 'met' | 'breached' | 'cancelled';

/** The way up after a breach. A run begins at the breach, and anew when a take-charge has run out. */
export interface Chain {
  run: number;
  /** Rungs fired in this run. */
  fired: number;
  /** When its last rung fired, alone or in a bundle; null before the first of this run. */
  firedAt: number | null;
  /** The earliest moment of the next rung; the recipient's hours may move it on. */
  nextAt: number;
  /** Set while somebody has taken charge. */
  heldUntil: number | null;
}

/** A promise in time. All moments are epoch milliseconds. */
export interface Clock {
  id: string;
  for: ClockKind;
  /** Counts the starts under this id: another round, another contact with the customer. */
  cycle: number;
  anchorAt: number;
  budgetMs: number;
  dueAt: number;
  state: ClockState;
  metAt: number | null;
  breachedAt: number | null;
  remindedAt: number | null;
  chain: Chain | null;
}

/** A dated promise to the customer; `broken` is past its date and still owed. */
export interface Commitment {
  id: string;
  text: string;
  dueAt: number;
  responsibleId: string;
  madeAt: number;
  state: 'open' | 'broken' | 'kept' | 'replaced';
  keptAt: number | null;
}

/** How far a step has come in the present round. */
export interface StepProgress {
  name: string;
  completedAt: number | null;
  completedBy: Actor | null;
}

/**
 * Something owed to the world, kept until an activity has done it: a notice to one of us, what a step does, or a
 * message to the customer. `overdue` once it stayed undone for the policy's time.
 */
export type Delivery = { id: string; requestedAt: number; overdue: boolean } & (
  | { kind: 'notice'; notice: Notice }
  | { kind: 'step-work'; step: string; round: number; by: Actor; body: unknown }
  | { kind: 'customer-message'; by: Actor; subject: string; body: string }
);

/** Notices of a chain's rung that nobody has got yet, by rung key. */
export interface RungWatch {
  clockId: string;
  rung: ChainLevel | 'everyone';
  noticeIds: readonly string[];
}

/** An escalation, folded from its events alone; plain JSON. */
export interface Escalation {
  id: string;
  ref: string;
  /** The version of the decision rules that this escalation was raised under. */
  rules: number;
  policy: Policy;
  plan: readonly PlanStep[];
  seq: number;
  /** The `at` of the last event: the state's own latest moment. */
  lastAt: number;
  status: Status;
  round: number;
  /** Imported as open: its clocks run, but disturb nobody until it is activated. */
  quiet: boolean;
  complaint: Complaint;
  firstEscalation: boolean;
  receivedAt: number;
  raisedAt: number;
  raisedBy: Actor;
  priority: Priority;
  ownerId: string | null;
  /** The manager who acknowledged; stays answerable where another owns. */
  signerId: string | null;
  acknowledgedAt: number | null;
  people: Readonly<Record<string, Person>>;
  directoryVersion: number;
  steps: readonly StepProgress[];
  clocks: readonly Clock[];
  commitments: readonly Commitment[];
  lastContactAt: number | null;
  /** Moments of check-in attempts that did not reach the customer, in this round. */
  unreachedAt: readonly number[];
  rootCause: RootCause | null;
  rootCauseNote: string | null;
  closedAt: number | null;
  settledAt: number | null;
  outcome: 'improved' | 'unconfirmed' | null;
  deliveries: readonly Delivery[];
  rungs: readonly RungWatch[];
  /** When each of us last did something here. */
  lastActedAt: Readonly<Record<string, number>>;
  /** Clocks whose last rung reached nobody. */
  unheard: readonly string[];
}
