import type { Notice } from '../../notice';

/** We wait for the customer: the clocks of the steps rest until they answer, or until this date at the latest. */
export interface Pause {
  sinceAt: number;
  /** When they were asked what is waited for. */
  askedAt: number;
  untilAt: number;
  reason: string;
}

/** Why a pause ended: the customer answered, its date came, or somebody went on. */
export type ResumeCause = 'answered' | 'unanswered' | 'person' | 'withdrawn' | 'merged';

/** What happens to pauses. */
export interface PauseEvents {
  'escalation.paused': { reason: string; untilAt: number };
  'escalation.resumed': { cause: ResumeCause; reason: string | null; pausedMs: number; notices: Notice[] };
  /** The clock rests; `leftMs` counts in its calendar's time. */
  'clock.paused': { clockId: string; leftMs: number };
  'clock.resumed': { clockId: string; leftMs: number; dueAt: number };
}
