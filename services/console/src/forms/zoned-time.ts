const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A moment on the wall clock of a zone, as a date and time field holds it: `2026-11-22T18:00`. */
export function wallClock(atMs: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const),
    ...{ hourCycle: 'h23' as const, timeZone },
  }).formatToParts(atMs);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '00';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/**
 * The moment at which the wall clock of a zone shows this; null for what is no date and time. An hour that the clocks
 * leave out in spring becomes the one after it; of one that they show twice the first is meant.
 */
export function momentAt(wall: string, timeZone: string): number | null {
  const asUtc = Date.parse(`${wall.slice(0, 16)}Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(wall) || Number.isNaN(asUtc)) return null;
  const offsets = [asUtc - DAY_MS, asUtc + DAY_MS].map((near) => offsetMs(near, timeZone));
  const candidates = offsets.map((offset) => asUtc - offset).sort((a, b) => a - b);
  return candidates.find((at) => wallClock(at, timeZone) === wall.slice(0, 16)) ?? candidates[1] ?? null;
}

/** A day of a zone at an hour of its wall clock, so many days after this moment. */
export function dayAt(nowMs: number, days: number, hour: number, timeZone: string): number {
  const noon = Date.parse(`${wallClock(nowMs, timeZone).slice(0, 10)}T12:00Z`) + days * DAY_MS;
  const day = new Date(noon).toISOString().slice(0, 10);
  return momentAt(`${day}T${String(hour).padStart(2, '0')}:00`, timeZone) ?? nowMs;
}

/** A zone's short name at a moment: `CET`, `GMT+9`. */
export function zoneName(atMs: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'short' }).formatToParts(atMs);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

function offsetMs(atMs: number, timeZone: string): number {
  return Date.parse(`${wallClock(atMs, timeZone)}Z`) - Math.floor(atMs / MINUTE_MS) * MINUTE_MS;
}
