import { dayAt } from './zoned-time';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A moment that is often meant, one press away. */
export interface QuickMoment {
  label: string;
  atMs: number;
}

/** Ends of working days to come, for promises. */
export function comingMoments(nowMs: number, timeZone: string): QuickMoment[] {
  const picks = [
    { label: 'today 18:00', atMs: dayAt(nowMs, 0, 18, timeZone) },
    { label: 'tomorrow 12:00', atMs: dayAt(nowMs, 1, 12, timeZone) },
    { label: 'tomorrow 18:00', atMs: dayAt(nowMs, 1, 18, timeZone) },
    { label: 'in a week 12:00', atMs: dayAt(nowMs, 7, 12, timeZone) },
  ];
  return picks.filter(({ atMs }) => atMs > nowMs + 5 * MINUTE_MS);
}

/** What has just happened, for what is recorded. */
export function passedMoments(nowMs: number, notBeforeMs: number | null): QuickMoment[] {
  const picks = [
    { label: '15 min ago', atMs: nowMs - 15 * MINUTE_MS },
    { label: '1 h ago', atMs: nowMs - HOUR_MS },
    { label: '3 h ago', atMs: nowMs - 3 * HOUR_MS },
  ];
  return picks.filter(({ atMs }) => notBeforeMs === null || atMs >= notBeforeMs);
}
