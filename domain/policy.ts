import type { Severity, Tier } from './intake';
import type { Level } from './priority';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './duration';

/** When a notice may reach somebody, in their own zone. */
export type Hours = 'any' | 'waking' | 'business';

/** The rungs of a chain, from the bottom up. */
export type ChainLevel = 'manager' | 'director' | 'vp';

/** Days (1 = Monday … 7 = Sunday) and the hours of those days, end excluded. */
export interface DailyHours {
  days: readonly number[];
  fromHour: number;
  toHour: number;
}

/** How loud a level is (PROCESS "Loudness follows level"). */
export interface Loudness {
  reminder: Hours;
  rungs: Readonly<Record<ChainLevel, Hours>>;
  /** A breach shows in the duty manager's in-app inbox at once, and climbs in its hours only. */
  dutyInbox: boolean;
}

/** The points of each priority factor, and the score from which each level begins. */
export interface PriorityPoints {
  tier: Readonly<Record<Tier | 'unknown', number>>;
  severity: Readonly<Record<Severity, number>>;
  firstAfterYears: { years: number; points: number };
  publicTone: number;
  levelFrom: Readonly<Record<Exclude<Level, 'P4'>, number>>;
}

/** The numbers that run an escalation, pinned in it when it is raised. All durations in milliseconds. */
export interface Policy {
  version: number;
  dutyManagerIds: readonly string[];
  /** The share of a budget after which the responsible person is reminded. */
  reminderAtShare: number;
  /** No reminder for somebody who acted within this time before it. */
  reminderSparesActiveMs: number;
  rungEveryMs: number;
  /** After so many rounds of a chain it goes on every `bundledEveryMs`, to all of its people in one notice each. */
  loudRounds: number;
  bundledEveryMs: number;
  takeChargeMs: number;
  keepInformedMs: Readonly<Record<Level, number>>;
  undeliveredAfterMs: number;
  checkInRetryAfterMs: number;
  checkInAttempts: number;
  waking: DailyHours;
  business: DailyHours;
  loudness: Readonly<Record<Level, Loudness>>;
  priority: PriorityPoints;
}

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const quiet: Loudness = {
  reminder: 'business',
  rungs: { manager: 'business', director: 'business', vp: 'business' },
  dutyInbox: true,
};

/** The policy as shipped (PROCESS.md); a company's own replaces it by version, never by code. */
export const SHIPPED_POLICY: Policy = {
  version: 1,
  dutyManagerIds: [],
  reminderAtShare: 0.75,
  reminderSparesActiveMs: 30 * MINUTE_MS,
  rungEveryMs: 30 * MINUTE_MS,
  loudRounds: 2,
  bundledEveryMs: 4 * HOUR_MS,
  takeChargeMs: 60 * MINUTE_MS,
  keepInformedMs: { P1: DAY_MS, P2: 2 * DAY_MS, P3: 2 * DAY_MS, P4: 2 * DAY_MS },
  undeliveredAfterMs: 15 * MINUTE_MS,
  checkInRetryAfterMs: DAY_MS,
  checkInAttempts: 2,
  waking: { days: everyDay, fromHour: 7, toHour: 22 },
  business: { days: [1, 2, 3, 4, 5], fromHour: 9, toHour: 17 },
  loudness: {
    P1: { reminder: 'any', rungs: { manager: 'any', director: 'any', vp: 'any' }, dutyInbox: false },
    P2: { reminder: 'any', rungs: { manager: 'any', director: 'any', vp: 'waking' }, dutyInbox: false },
    P3: quiet,
    P4: quiet,
  },
  priority: {
    tier: { enterprise: 40, unknown: 40, 'mid-market': 25, small: 10 },
    severity: { billing: 25, data: 25, outage: 25, defect: 15, other: 10, usability: 5 },
    firstAfterYears: { years: 3, points: 10 },
    publicTone: 25,
    levelFrom: { P1: 75, P2: 50, P3: 30 },
  },
};
