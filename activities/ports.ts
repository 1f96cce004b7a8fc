import type { BriefPage } from './brief-page';
import type { Actor, DirectoryExcerpt, Person } from '../domain/people';
import type { DutyShift } from '../domain/duty';
import type { EscalationEvent } from '../domain/escalation/events';
import type { OtherEscalation } from '../domain/escalation/together/together';
import type { Notice } from '../domain/notice';
import type { AccountFacts, Contact } from '../domain/intake';
import type { Policy } from '../domain/policy';
import type { Level } from '../domain/priority';
import type { Rejection } from '../domain/rejection';

/** What a notice or a step's work needs to know of its escalation; travels in the activity's input. */
export interface EscalationBrief {
  id: string;
  ref: string;
  summary: string;
  level: Level;
  stage: string;
  account: AccountFacts;
  contact: Contact | null;
  owner: Person | null;
  signer: Person | null;
  csm: Person | null;
  receivedAt: number;
  closedAt: number | null;
  /** The escalation's own now when this was asked for. */
  now: number;
  /** Its clocks that run or are overdue, earliest first; absent where the asker does not tell. */
  due?: readonly { clockId: string; dueAt: number }[];
  /** What the sponsor is told besides, where there is one. */
  page?: BriefPage;
}

/** A batch of events to be written to the journal and folded into the read model. */
export interface RecordRequest {
  escalationId: string;
  events: readonly EscalationEvent[];
  /** The directory version of the people that the escalation holds, and who they are. */
  directoryVersion: number;
  peopleIds: readonly string[];
  /** Until when the escalation knows the duty rota; null or absent: it knows of none. */
  dutyUntilAt?: number | null;
}

/** `directory` is set when the directory has changed since the version that the escalation holds. */
export interface RecordAnswer {
  directory: (DirectoryExcerpt & { duty?: readonly DutyShift[] }) | null;
}

/** Asks for what the journal holds of an escalation after a seq. */
export interface CatchUpRequest {
  escalationId: string;
  afterSeq: number;
}

/** A signal as it came, whatever it holds. */
export interface ResolveRequest {
  name: string;
  payload: unknown;
}

/** The signal's body parsed by its schema and its people resolved, or why it cannot be taken. */
export type ResolveAnswer =
  | {
      ok: true;
      body: unknown;
      by: Actor;
      directory: DirectoryExcerpt;
      others?: readonly OtherEscalation[];
      policy?: Policy;
    }
  | { ok: false; byId: string | null; rejection: Rejection };

/** A notice to be mailed to one of us. */
export interface DeliverRequest {
  notice: Notice;
  to: Person;
  escalation: EscalationBrief;
}

/** A message of ours to the customer that goes with a command. */
export interface CustomerMessageRequest {
  deliveryId: string;
  escalation: EscalationBrief;
  by: Actor;
  subject: string;
  body: string;
}

/** The Message-ID under which a mail went out. */
export interface DeliverAnswer {
  messageId: string;
}

/** What a step's activity gets when its completion was accepted. */
export interface StepWork<Body = unknown> {
  deliveryId: string;
  escalation: EscalationBrief;
  step: string;
  round: number;
  by: Actor;
  body: Body;
}

/** What a step's activity did to the world: a sentence for the timeline, and its facts. */
export interface StepWorkDone {
  summary: string;
  result: unknown;
}

/** A mail to be sent; `key` is stable over retries and makes the Message-ID. */
export interface OutgoingMail {
  key: string;
  fromName: string;
  to: { name: string | null; email: string };
  subject: string;
  text: string;
  /** Where an answer goes; absent: to the address that all mail comes from. */
  replyTo?: { name: string; email: string };
  /** Set on mail that the system writes by itself, so that mail programs neither answer nor bury it. */
  automatic?: { ref: string; kind: string; urgent: boolean };
  /** An iCalendar invitation, as text. */
  invitation?: string;
}

/** Sends mail; fails where the mail server does not take it. */
export interface MailPort {
  send(mail: OutgoingMail): Promise<{ messageId: string }>;
}

/** What is known of an account's earlier escalations. */
export interface AccountHistory {
  earlier: { id: string; ref: string; summary: string; status: string; rootCause: string | null; raisedAt: number }[];
  openCommitments: { escalationId: string; ref: string; text: string; dueAt: number }[];
}

/** Our memory: the journal, the read model and what they tell. */
export interface MemoryPort {
  record(request: RecordRequest): Promise<RecordAnswer>;
  resolve(request: ResolveRequest): Promise<ResolveAnswer>;
  catchUp(request: CatchUpRequest): Promise<EscalationEvent[]>;
  accountHistory(accountId: string, exceptEscalationId: string): Promise<AccountHistory>;
}

/** A command of one escalation to another; the same `updateId` is done once. */
export interface PeerRequest {
  updateId: string;
  from: OtherEscalation;
  to: OtherEscalation;
  command: string;
  by: Actor;
  body: unknown;
}

/** What the other escalation decided; `rejection` null where it has done it. */
export interface PeerAnswer {
  rejection: Rejection | null;
}

/** The way from one escalation to another. */
export interface PeerPort {
  ask(request: PeerRequest): Promise<PeerAnswer>;
}

/** What of the directory has changed: one person, or the duty rota. */
export type AnnouncedChange = { kind: 'person'; personId: string } | { kind: 'rota' };

/** Asks for the next escalations that a change concerns. */
export interface ConcernedRequest {
  about: AnnouncedChange;
  afterId: string | null;
  limit: number;
}

/** Asks to tell one escalation. */
export interface AnnouncementRequest {
  escalationId: string;
}

/** The way from the directory to the escalations. */
export interface AnnouncementPort {
  concernedBy(request: ConcernedRequest): Promise<string[]>;
  announce(request: AnnouncementRequest): Promise<void>;
}
