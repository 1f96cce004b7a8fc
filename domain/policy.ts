import type { BusinessCalendar } from './calendar/business-calendar';
import type { CustomField } from './custom-field';
import type { Severity, Tier } from './intake';
import type { Role } from './people';
import type { Level } from './priority';
import type { Anchor } from './steps/plan-step';

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

/** How loud a level is (docs/process.md "Loudness"). */
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

/** How long a clock has where that is not as its step or the policy says otherwise; `calendar` null counts every hour. */
export interface ClockTerms {
  budgetMs?: number;
  anchor?: Anchor;
  /** The name of one of the policy's calendars. */
  calendar?: string | null;
}

/** What somebody may grant alone: beyond it the owner asks at once (docs/process.md "Approvals"). */
export interface Authority {
  /**
   * The largest credit by role and currency, in minor units; `null` is without limit. A role or a currency that is not
   * here has none. Of several roles the largest counts.
   */
  credit: Readonly<Partial<Record<Role, Readonly<Record<string, number>> | null>>>;
  /** Kinds of solution that only these roles may grant. */
  kinds: Readonly<Record<string, readonly Role[]>>;
}

/** Who sees what is told to the customer before it goes out, where legal action is threatened. */
export interface MessageApproval {
  /** The first of them who is here decides, any of them may. */
  approverIds: readonly string[];
}

/** What may differ by level and by the account's tier. All durations in milliseconds. */
export interface PolicyTerms {
  /** The share of a budget after which the responsible person is reminded. */
  reminderAtShare: number;
  /** No reminder for somebody who acted within this time before it. */
  reminderSparesActiveMs: number;
  rungEveryMs: number;
  /** After so many rounds of a chain it goes on every `bundledEveryMs`, to all of its people in one notice each. */
  loudRounds: number;
  bundledEveryMs: number;
  /** So many people a chain goes up, the nearest first. */
  chainLength: number;
  takeChargeMs: number;
  /** By clock: a step's name, `keep-informed`, `approval`. */
  clocks: Readonly<Record<string, ClockTerms>>;
  /** null: everybody may grant everything. */
  authority: Authority | null;
  /** null: nobody needs to see a message before it goes out. */
  messageApproval: MessageApproval | null;
}

/** Terms that hold for some levels and tiers only; a later variant that fits goes over an earlier one. */
export interface PolicyVariant {
  /** Absent: every level. */
  levels?: readonly Level[];
  /** Absent: every tier. */
  tiers?: readonly (Tier | 'unknown')[];
  terms: Partial<PolicyTerms>;
}

/** The numbers that run an escalation, pinned in it when it is raised. All durations in milliseconds. */
export interface Policy extends PolicyTerms {
  version: number;
  /** The names of the steps in their order; absent: the shipped ones. */
  plan?: readonly string[];
  /** Those who are on duty where the rota has nobody. */
  dutyManagerIds: readonly string[];
  variants: readonly PolicyVariant[];
  /** Business hours and holidays that clocks may count in. */
  calendars: readonly BusinessCalendar[];
  /** What a company wants to know besides, and by when. */
  fields: readonly CustomField[];
  /** A pause for the customer's answer ends by then at the latest. */
  longestPauseMs: number;
  keepInformedMs: Readonly<Record<Level, number>>;
  undeliveredAfterMs: number;
  checkInRetryAfterMs: number;
  checkInAttempts: number;
  waking: DailyHours;
  business: DailyHours;
  loudness: Readonly<Record<Level, Loudness>>;
  priority: PriorityPoints;
}
