import type { BusinessCalendar } from '../calendar/business-calendar';
import type { CalendarSpec } from '../calendar/calendar.schema';
import { isoDuration, parseIsoDuration } from '../iso-duration';
import type { ClockTerms, Policy, PolicyTerms, PolicyVariant } from '../policy';
import type { PolicyDocument } from './policy.schema';
import type { WrittenTerms, WrittenVariant } from './terms.schema';

/** A policy before it has its place among the versions. */
export type Unversioned = Omit<Policy, 'version'>;

/** The policy that a document writes; its calendars come written out, since that takes a list of holidays. */
export function policyOf(document: PolicyDocument, calendars: readonly BusinessCalendar[]): Unversioned {
  const { longestPause, keepInformed, undeliveredAfter, checkInRetryAfter, plan, variants, ...rest } = document;
  const { reminderSparesActive, rungEvery, bundledEvery, takeCharge, clocks, ...same } = rest;
  return {
    ...same,
    ...(plan ? { plan } : {}),
    ...requiredTerms({ reminderSparesActive, rungEvery, bundledEvery, takeCharge }),
    clocks: mapped(clocks, readClock),
    variants: variants.map(readVariant),
    calendars,
    longestPauseMs: ms(longestPause),
    keepInformedMs: mapped(keepInformed, ms),
    undeliveredAfterMs: ms(undeliveredAfter),
    checkInRetryAfterMs: ms(checkInRetryAfter),
  };
}

/** The document that writes a policy, with its calendars by their rules. */
export function documentOf(
  { version: _version, ...policy }: Unversioned & { version?: number },
  calendars: readonly CalendarSpec[],
): PolicyDocument {
  const { longestPauseMs, keepInformedMs, undeliveredAfterMs, checkInRetryAfterMs, plan, variants, ...rest } = policy;
  const { reminderSparesActiveMs, rungEveryMs, bundledEveryMs, takeChargeMs, clocks, ...same } = rest;
  const document = {
    ...(plan ? { plan } : {}),
    ...same,
    reminderSparesActive: isoDuration(reminderSparesActiveMs),
    rungEvery: isoDuration(rungEveryMs),
    bundledEvery: isoDuration(bundledEveryMs),
    takeCharge: isoDuration(takeChargeMs),
    clocks: mapped(clocks, writeClock),
    variants: variants.map(writeVariant),
    calendars,
    longestPause: isoDuration(longestPauseMs),
    keepInformed: mapped(keepInformedMs, isoDuration),
    undeliveredAfter: isoDuration(undeliveredAfterMs),
    checkInRetryAfter: isoDuration(checkInRetryAfterMs),
  };
  // A policy holds its lists as read-only ones, a parsed document does not: nobody changes either.
  return document as unknown as PolicyDocument;
}

type Written = Pick<WrittenTerms, 'reminderSparesActive' | 'rungEvery' | 'bundledEvery' | 'takeCharge'>;

function requiredTerms({ reminderSparesActive, rungEvery, bundledEvery, takeCharge }: Written) {
  return {
    reminderSparesActiveMs: ms(reminderSparesActive),
    rungEveryMs: ms(rungEvery),
    bundledEveryMs: ms(bundledEvery),
    takeChargeMs: ms(takeCharge),
  };
}

function readVariant({ terms, ...fits }: WrittenVariant): PolicyVariant {
  const { reminderSparesActive, rungEvery, bundledEvery, takeCharge, clocks, ...same } = terms;
  const read: Partial<PolicyTerms> = {
    ...same,
    ...(reminderSparesActive !== undefined && { reminderSparesActiveMs: ms(reminderSparesActive) }),
    ...(rungEvery !== undefined && { rungEveryMs: ms(rungEvery) }),
    ...(bundledEvery !== undefined && { bundledEveryMs: ms(bundledEvery) }),
    ...(takeCharge !== undefined && { takeChargeMs: ms(takeCharge) }),
    ...(clocks !== undefined && { clocks: mapped(clocks, readClock) }),
  };
  return { ...fits, terms: read };
}

function writeVariant({ terms, ...fits }: PolicyVariant) {
  const { reminderSparesActiveMs, rungEveryMs, bundledEveryMs, takeChargeMs, clocks, ...same } = terms;
  return {
    ...fits,
    terms: {
      ...same,
      ...(reminderSparesActiveMs !== undefined && { reminderSparesActive: isoDuration(reminderSparesActiveMs) }),
      ...(rungEveryMs !== undefined && { rungEvery: isoDuration(rungEveryMs) }),
      ...(bundledEveryMs !== undefined && { bundledEvery: isoDuration(bundledEveryMs) }),
      ...(takeChargeMs !== undefined && { takeCharge: isoDuration(takeChargeMs) }),
      ...(clocks !== undefined && { clocks: mapped(clocks, writeClock) }),
    },
  };
}

function readClock({ budget, ...same }: WrittenTerms['clocks'][string]): ClockTerms {
  return { ...(budget !== undefined && { budgetMs: ms(budget) }), ...same };
}

function writeClock({ budgetMs, ...same }: ClockTerms) {
  return { ...(budgetMs !== undefined && { budget: isoDuration(budgetMs) }), ...same };
}

function mapped<Key extends string, From, To>(by: Readonly<Record<Key, From>>, change: (value: From) => To) {
  return Object.fromEntries(Object.entries<From>(by).map(([key, value]) => [key, change(value)])) as Record<Key, To>;
}

/** The schema has let only durations through. */
function ms(duration: string): number {
  const read = parseIsoDuration(duration);
  if (read === null) throw new Error(`"${duration}" is no duration`);
  return read;
}
