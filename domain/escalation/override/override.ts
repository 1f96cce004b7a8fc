import type { Notice } from '../../notice';
import type { Actor } from '../../people';
import type { Level } from '../../priority';

/** A level that a person set against the weighing; the weighing goes on beside it (docs/process.md "Priority"). */
export interface PriorityOverride {
  level: Level;
  reason: string;
  by: Actor;
  at: number;
  /** Ends by itself then. */
  untilAt: number;
}

/** What happens to overrides. */
export interface OverrideEvents {
  'priority.overridden': { level: Level; reason: string; untilAt: number; notices: Notice[] };
  'priority.override-ended': { because: string };
}
