import type { Contact } from '../domain/intake';

/** A promise to the customer as a brief tells it; moments are epoch milliseconds. */
export interface BriefPromise {
  text: string;
  dueAt: number;
  state: string;
  by: string;
}

/** Something that somebody still has to do. */
export interface BriefTask {
  text: string;
  dueAt: number | null;
  who: string;
}

/** What the sponsor's brief of one page tells besides the escalation's standing; lists begin with what is next. */
export interface BriefPage {
  /** The complaint in the customer's words, as far as they were written down. */
  complaint: string;
  findings: string | null;
  remedy: string | null;
  promises: readonly BriefPromise[];
  open: readonly BriefTask[];
  /** What the sponsor is asked for. */
  asked: readonly BriefTask[];
  lastWord: { at: number; channel: string; text: string } | null;
  /** The executive on the customer's side. */
  counterpart: Contact | null;
  escalationManager: string | null;
  /** How many clocks have run out and are not answered. */
  overdue: number;
}
