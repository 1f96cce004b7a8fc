import { isoDuration, parseIsoDuration } from '../../../../../domain/iso-duration';

const UNITS_MS: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, min: 60_000, m: 60_000, s: 1_000 };

/** A written length of time as people type it: `3 d 4 h`; what is none stays as it is. */
export function durationWords(iso: string): string {
  const ms = parseIsoDuration(iso);
  if (ms === null) return iso;
  const words: string[] = [];
  let rest = ms;
  for (const unit of ['d', 'h', 'min', 's']) {
    const size = UNITS_MS[unit] ?? 1;
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) words.push(`${count} ${unit}`);
  }
  return words.join(' ') || '0 min';
}

/** What people type as ISO 8601: `3 d 4 h` is `P3DT4H`; null for what is no length of time. */
export function typedDuration(text: string): string | null {
  const typed = text.trim();
  if (parseIsoDuration(typed.toUpperCase()) !== null) return typed.toUpperCase();
  if (!/^(?:\d{1,6}\s*(?:d|h|min|m|s)\s*)+$/i.test(typed)) return null;
  const parts = [...typed.matchAll(/(\d{1,6})\s*(d|h|min|m|s)/gi)];
  const ms = parts.reduce(
    (sum, [, count, unit]) => sum + Number(count) * (UNITS_MS[unit?.toLowerCase() ?? ''] ?? 0),
    0,
  );
  return isoDuration(ms);
}
