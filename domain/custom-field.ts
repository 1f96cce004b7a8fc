import type { Tier } from './intake';
import type { Level } from './priority';

/** Something that a company wants to know of an escalation besides, as its policy says. */
export interface CustomField {
  name: string;
  title: string;
  kind: 'text' | 'number' | 'day' | 'yes-no' | 'choice';
  /** What may be chosen, for `choice`. */
  choices?: readonly string[];
  /** The steps that are not completed without it. */
  requiredFor: readonly string[];
  /** Absent: every level. */
  levels?: readonly Level[];
  /** Absent: every tier. */
  tiers?: readonly (Tier | 'unknown')[];
}

/** The value of a custom field: text, a number, a day (YYYY-MM-DD), yes or no. */
export type CustomValue = string | number | boolean;
