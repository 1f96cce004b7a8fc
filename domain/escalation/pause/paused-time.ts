import type { Status } from '../state';

/** How long an escalation was paused, as states and rows of lists know it. */
export interface PausedFacts {
  status: string;
  raisedAt: number;
  closedAt: number | null;
  lastAt: number;
  /** The pauses that are over. */
  pausedMs: number;
  /** Since when it is paused now. */
  pausedSince: number | null;
}

/** The statuses in which nothing of its time passes any more. */
const OVER: readonly string[] = ['withdrawn', 'merged'] satisfies Status[];

/**
 * How long it was paused until now, and the share of its life since it was raised, until its closure: pausing shows, so
 * that it cannot hide lateness.
 */
export function pausedTime(facts: PausedFacts, now: number): { pausedMs: number; share: number } {
  const { status, raisedAt, closedAt, lastAt, pausedSince } = facts;
  const endAt = closedAt ?? (OVER.includes(status) ? lastAt : now);
  const pausedMs = facts.pausedMs + (pausedSince === null ? 0 : Math.max(0, now - pausedSince));
  return { pausedMs, share: shareOf(pausedMs, endAt - raisedAt) };
}

/** A share of a life, to four places. */
export function shareOf(pausedMs: number, lifeMs: number): number {
  return lifeMs > 0 ? Math.round(Math.min(1, pausedMs / lifeMs) * 10_000) / 10_000 : 0;
}
