import { DAY_MS, HOUR_MS, MINUTE_MS } from './duration';
import type { Authority, Loudness, Policy } from './policy';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const quiet: Loudness = {
  reminder: 'business',
  rungs: { manager: 'business', director: 'business', vp: 'business' },
  dutyInbox: true,
};

/** In minor units: an owner's 1,000, a manager's 10,000, a director's 50,000; a VP has no limit. */
const credit = (whole: number) => ({ USD: whole * 100, EUR: whole * 100, GBP: whole * 100 });

const authority: Authority = {
  credit: { owner: credit(1_000), manager: credit(10_000), director: credit(50_000), vp: null },
  kinds: { 'policy-exception': ['director', 'vp'] },
};

/** The policy as shipped (docs/process.md); a company's own replaces it by version, never by code. */
export const SHIPPED_POLICY: Policy = {
  version: 1,
  dutyManagerIds: [],
  reminderAtShare: 0.75,
  reminderSparesActiveMs: 30 * MINUTE_MS,
  rungEveryMs: 30 * MINUTE_MS,
  loudRounds: 2,
  bundledEveryMs: 4 * HOUR_MS,
  chainLength: 3,
  takeChargeMs: 60 * MINUTE_MS,
  clocks: { approval: { budgetMs: 2 * HOUR_MS } },
  authority,
  messageApproval: null,
  variants: [],
  calendars: [],
  fields: [],
  longestPauseMs: 5 * DAY_MS,
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
