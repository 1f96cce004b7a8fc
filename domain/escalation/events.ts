import type { Actor, Person } from '../people';
import type { Complaint } from '../intake';
import type { ChainLevel, Policy } from '../policy';
import type { Priority } from '../priority';
import type { Rejection } from '../rejection';
import type { RootCause } from '../root-cause';
import type { Channel, Message } from '../message';
import type { Notice } from '../notice';
import type { PlanStep } from '../steps/plan-step';
import type { DutyShift } from '../duty';
import type { CustomValue } from '../custom-field';
import type { ApprovalEvents } from './approvals/approval';
import type { HandOverEvents } from './hand-over/hand-over';
import type { LeaverEvents } from './leavers/leaver';
import type { OverrideEvents } from './override/override';
import type { PauseEvents } from './pause/pause';
import type { ClockKind } from './state';
import type { TaskEvents } from './tasks/task';
import type { TeamEvents } from './team/team';
import type { OtherEscalation, TogetherEvents } from './together/together';

/** What each type of event carries. All moments are epoch milliseconds (`…At`), durations milliseconds (`…Ms`). */
export interface EventData
  extends
    ApprovalEvents,
    HandOverEvents,
    LeaverEvents,
    OverrideEvents,
    PauseEvents,
    TaskEvents,
    TeamEvents,
    TogetherEvents {
  'escalation.raised': {
    id: string;
    ref: string;
    rules: number;
    policy: Policy;
    plan: readonly PlanStep[];
    complaint: Complaint;
    firstEscalation: boolean;
    receivedAt: number;
    quiet: boolean;
    directory: { version: number; people: readonly Person[] };
    duty?: readonly DutyShift[];
    /** The escalation whose investigation and solution it shares. */
    umbrella?: OtherEscalation | null;
    custom?: Readonly<Record<string, CustomValue>>;
    sponsor?: TeamEvents['sponsor.named']['sponsor'];
  };
  'priority.assessed': Priority;
  'clock.started': {
    clockId: string;
    for: ClockKind;
    anchorAt: number;
    budgetMs: number;
    dueAt: number;
    /** The calendar that the budget counts in; absent or null: every hour. */
    calendar?: string | null;
  };
  /** The same clock goes on with another budget, calendar or date: it starts nothing anew. */
  'clock.moved': {
    clockId: string;
    budgetMs: number;
    leftMs: number;
    dueAt: number;
    calendar: string | null;
    /** Set where it counts from another moment as well: it was anchored earlier in an escalation merged into this one. */
    anchorAt?: number;
    because: string;
  };
  'clock.reminded': { clockId: string; dueAt: number; toIds: string[]; notices: Notice[] };
  'reminder.spared': { clockId: string; because: string };
  'clock.breached': { clockId: string; dueAt: number; customerInformed: boolean; notices: Notice[] };
  'clock.met': { clockId: string; metAt: number; late: boolean; recordedLate: boolean };
  'clock.cancelled': { clockId: string; because: string };
  'chain.advanced': {
    clockId: string;
    run: number;
    /** Counts from 1 within the run. */
    number: number;
    rung: ChainLevel | 'everyone';
    toIds: string[];
    /** Other clocks in their bundled phase that this rung speaks for too. */
    bundles: string[];
    /** The earliest moment of the rung after this one. */
    nextAt: number;
    notices: Notice[];
  };
  'chain.held': { clockIds: string[]; untilAt: number; because: string };
  'nobody.notified': {
    clockId: string;
    run: number;
    number: number;
    because: string;
    nextAt: number;
    notices: Notice[];
  };
  'notification.sent': { noticeId: string; toId: string; channel: 'mail' | 'inbox'; messageId: string | null };
  'notification.failed': { noticeId: string; toId: string; channel: 'mail'; reason: string; final: boolean };
  'step.completed': {
    step: string;
    round: number;
    occurredAt: number;
    recordedLate: boolean;
    body: unknown;
    /** The escalation whose step this is, where it is shared. */
    sharedFrom?: OtherEscalation;
  };
  'step.carried-out': { deliveryId: string; step: string; round: number; summary: string; result: unknown };
  'step.work-failed': { deliveryId: string; step: string; round: number; reason: string };
  'owner.assigned': { ownerId: string; previousId: string | null; reason: string | null; notices: Notice[] };
  'signer.informed': { notices: Notice[] };
  'commitment.made': {
    commitmentId: string;
    text: string;
    dueAt: number;
    responsibleId: string;
    /** It promises the remedy itself. */
    remedy?: boolean;
    /** The tasks that must be done before. */
    dependsOn?: readonly string[];
    /** Dated before them, and sent all the same. */
    sentAllTheSame?: boolean;
    /** Where it was made, if it came over by a merge; `madeAt` is when. */
    from?: OtherEscalation;
    madeAt?: number;
  };
  'commitment.moved': { commitmentId: string; fromAt: number; dueAt: number; reason: string; sentAllTheSame?: boolean };
  'commitment.replaced': { commitmentId: string; byId: string; reason: string };
  'commitment.kept': { commitmentId: string; keptAt: number; note: string | null };
  'customer.informed': {
    message: Message;
    occurredAt: number;
    deliveryId: string | null;
    /** It asks something that we wait for. */
    asks?: boolean;
    /** The command that it goes with, where that is another than an interim update. */
    with?: string;
  };
  'contact.recorded': {
    channel: Channel;
    body: string;
    occurredAt: number;
    direction: 'to-customer' | 'from-customer';
    asks?: boolean;
  };
  'message.sent': { deliveryId: string; messageId: string };
  'message.failed': { deliveryId: string; reason: string };
  'fact.amended': { fact: string; from: unknown; to: unknown; reason: string | null };
  'note.added': { note: string };
  'root-cause.tagged': { rootCause: RootCause; note: string | null };
  'check-in.attempted': { attempt: number; note: string };
  'escalation.closed': { rootCause: RootCause };
  'escalation.settled': { outcome: 'improved' | 'unconfirmed' };
  /** `plan` where steps of it are no more: it goes on without them. */
  'escalation.reopened': { because: string; round: number; plan?: readonly PlanStep[] };
  'escalation.withdrawn': { reason: string; notices: Notice[] };
  'escalation.activated': { reason: string | null };
  'import.reported': { source: string; raised: number; already: number; skipped: number; notices: Notice[] };
  'people.refreshed': { version: number; people: readonly Person[]; duty?: readonly DutyShift[] };
  /** Another policy holds from now on; the clocks that it moves follow. */
  'policy.applied': { policy: Policy; reason: string; fromVersion: number };
  'command.rejected': { command: string; byId: string | null; rejection: Rejection };
  'time.moved': { byId: string | null; toAt: number };
}

/** Every type of event, past tense, dotted by thing. */
export type EventType = keyof EventData;

/** An event before it has its place in the journal. */
export type EventBody = { [T in EventType]: { type: T; data: EventData[T] } }[EventType];

/** An event in its place: `at` is the escalation's own time; `actor` null means the system. */
export type EscalationEvent = EventBody & { seq: number; at: number; actor: Actor | null };

/** An event of one type. */
export type EventOf<T extends EventType> = Extract<EscalationEvent, { type: T }>;
