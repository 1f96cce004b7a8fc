import type { PersonView } from '../api/views';

/** A policy as people write it. */
export type WrittenPolicy = Record<string, unknown>;

/** A version of the policy. */
export interface PolicyVersion {
  version: number;
  state: string;
  effectiveFrom: string | null;
  draftedBy: PersonView | null;
  approvedBy: PersonView | null;
  note: string | null;
}

/** A version with what it says. */
export interface WholePolicy extends PolicyVersion {
  policy: WrittenPolicy;
}

/** A policy that is being written. */
export interface PolicyDraft {
  id: string;
  title: string;
  state: string;
  revision: number;
  basedOn: number;
  author: PersonView;
  changedAt: string;
  changedBy: PersonView;
  note: string | null;
  version: number | null;
  policy: WrittenPolicy;
}

/** What two policies say differently. */
export interface PolicyComparison {
  from: number;
  differences: { path: string; before: string | null; after: string | null }[];
}

/** What became of the clocks of one kind. */
export interface ClockCounts {
  clocks: number;
  reminded: number;
  breached: number;
  rungs: number;
  people: number;
}

/** What a draft would have changed. */
export interface WhatIfResult {
  days: number;
  escalations: number;
  capped: boolean;
  differing: number;
  clocks: { clockId: string; before: ClockCounts; after: ClockCounts }[];
  most: { ref: string; level: string; clocks: { clockId: string; before: ClockCounts; after: ClockCounts }[] }[];
}

/** One line of the answer to a what-if. */
export type WhatIfLine =
  | { progress: { done: number; total: number } }
  | { result: WhatIfResult }
  | { problem: { title: string; detail: string } };
