import { DateTime, Duration } from 'luxon';

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** A length of time in its two largest units: `3 h 12 min`. */
export function spell(durationMs: number): string {
  let rest = Math.abs(durationMs);
  const first = UNITS.findIndex(([, unitMs]) => rest >= unitMs);
  if (first < 0) return '0 s';
  const parts: string[] = [];
  for (const [name, unitMs] of UNITS.slice(first, first + 2)) {
    const count = Math.floor(rest / unitMs);
    if (count > 0) parts.push(`${count} ${name}`);
    rest -= count * unitMs;
  }
  return parts.join(' ');
}

/** A length of time given as ISO 8601 (`PT3H12M`, `-PT5M`). */
export function spellIso(duration: string): string {
  const parsed = Duration.fromISO(duration);
  return parsed.isValid ? spell(parsed.toMillis()) : duration;
}

/** A moment in the zone of this machine: `2026-11-22 15:12 UTC`. */
export function moment(iso: string): string {
  const at = DateTime.fromISO(iso);
  return at.isValid ? at.toFormat('yyyy-MM-dd HH:mm ZZZZ') : iso;
}

/** A moment against the escalation's own now, then absolute: `in 3 h 12 min (2026-11-22 15:12 UTC)`. */
export function when(iso: string, nowIso: string): string {
  return `${relative(iso, nowIso)} (${moment(iso)})`;
}

/** A moment against another one: `in 3 h 12 min`, `5 min ago`, `now`. */
export function relative(iso: string, nowIso: string): string {
  const aheadMs = Date.parse(iso) - Date.parse(nowIso);
  if (Number.isNaN(aheadMs)) return iso;
  if (Math.abs(aheadMs) < 1_000) return 'now';
  return aheadMs > 0 ? `in ${spell(aheadMs)}` : `${spell(aheadMs)} ago`;
}
