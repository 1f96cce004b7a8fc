import type { CustomValue } from '../custom-field';
import type { DutyShift } from '../duty';
import type { Actor, Person } from '../people';
import type { Complaint, Contact } from '../intake';
import type { ChainLevel, Policy } from '../policy';
import type { Level, Priority } from '../priority';
import type { RootCause } from '../root-cause';
import type { Notice } from '../notice';
import type { PlanStep } from '../steps/plan-step';
import type { Approval } from './approvals/approval';
import type { HandOver } from './hand-over/hand-over';
import type { PriorityOverride } from './override/override';
import type { Pause } from './pause/pause';
import type { Task } from './tasks/task';
import type { StorySoFar } from './team/story-so-far';
import type { Counterpart, Sponsor, TeamMember } from './team/team';
import type { Link, OtherEscalation } from './together/together';

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
  /** The policy's calendar in which its budget counts; null: every hour. */
  calendar: string | null;
  /** Since when it runs in one piece, its anchor or the end of a pause, and what was left of its budget then. */
  runsFromAt: number;
  leftMs: number;
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
  /** It promises the remedy itself, which an undecided approval holds back. */
  remedy: boolean;
  /** The tasks that must be done before it can be kept. */
  dependsOn: readonly string[];
  /** Its earlier dates, the first one first. */
  movedFrom: readonly number[];
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
  | { kind: 'peer'; to: OtherEscalation; command: string; by: Actor; body: unknown }
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
  /** Its level is what holds now; while a person has set it, the weighing stands beside it. */
  priority: Priority;
  weighedLevel: Level;
  override: PriorityOverride | null;
  ownerId: string | null;
  /** The manager who acknowledged; stays answerable where another owns. */
  signerId: string | null;
  acknowledgedAt: number | null;
  people: Readonly<Record<string, Person>>;
  directoryVersion: number;
  /** Who is on duty when, as far as the rota is known here. */
  duty: readonly DutyShift[];
  steps: readonly StepProgress[];
  clocks: readonly Clock[];
  commitments: readonly Commitment[];
  approvals: readonly Approval[];
  tasks: readonly Task[];
  team: readonly TeamMember[];
  escalationManagerId: string | null;
  sponsor: Sponsor | null;
  counterpart: Counterpart | null;
  handOver: HandOver | null;
  pause: Pause | null;
  /** How often and how long it was paused until now, a pause that lasts not counted. */
  pauses: number;
  pausedMs: number;
  /** When its last pause began. */
  pausedAt: number | null;
  links: readonly Link[];
  /** The one that it is being merged into; nothing else is taken meanwhile. */
  merging: OtherEscalation | null;
  mergedInto: OtherEscalation | null;
  absorbed: readonly OtherEscalation[];
  /** The contacts of those that were merged into this one. */
  otherContacts: readonly Contact[];
  /** The escalation whose investigation and solution it shares. */
  umbrella: OtherEscalation | null;
  /** The escalations that share this one's. */
  children: readonly OtherEscalation[];
  custom: Readonly<Record<string, CustomValue>>;
  lastContactAt: number | null;
  /** What was found out, decided and said, for the sponsor's brief. */
  storySoFar: StorySoFar;
  /** When we last asked the customer something, and when they last spoke to us. */
  askedAt: number | null;
  heardAt: number | null;
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
  /** Places of people who have left the company, for which there was nobody else. */
  stranded: readonly string[];
}
