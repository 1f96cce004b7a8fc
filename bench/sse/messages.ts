/** One listener: how it introduces itself, and whose eyes it has. */
export interface Eyes {
  personId: string;
  headers: Readonly<Record<string, string>>;
}

/** An event as the bench knows it: `<escalation id>:<seq>`, and when it was recorded (sharedNowMs). */
export interface Happening {
  key: string;
  escalationId: string;
  recordedAtMs: number;
}

/** What is asked of the process with the listeners. */
export type ListenersOrder =
  | { order: 'open'; url: string; eyes: readonly Eyes[] }
  /** How it went with these events; `visible` holds the escalations that each person sees, or null for all. */
  | { order: 'report'; happenings: readonly Happening[]; visible: Readonly<Record<string, readonly string[] | null>> }
  | { order: 'close' };

/** What became of some events at all listeners. */
export interface Reception {
  expected: number;
  received: number;
  missed: number;
  duplicated: number;
  /** Told to somebody who may not see it. */
  leaked: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  maxMs: number;
}

/** What the process with the listeners answers. */
export type ListenersAnswer =
  { answer: 'opened'; open: number } | { answer: 'report'; reception: Reception; open: number } | { answer: 'closed' };

/** A batch of events that the bare broadcaster is to send to everybody, as JSON texts with their positions. */
export interface BareBatch {
  events: readonly { position: number; data: string }[];
}
