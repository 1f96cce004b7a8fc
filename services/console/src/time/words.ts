const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A length of time in the two units that matter: `2 h 5 min`, `3 d 4 h`; seconds only in the last hour. */
export function spanInWords(ms: number): string {
  const length = Math.abs(ms);
  if (length >= DAY_MS) return two(length, DAY_MS, 'd', HOUR_MS, 'h');
  if (length >= HOUR_MS) return two(length, HOUR_MS, 'h', MINUTE_MS, 'min');
  if (length >= MINUTE_MS) return two(length, MINUTE_MS, 'min', SECOND_MS, 's');
  return `${Math.floor(length / SECOND_MS)} s`;
}

/** How long ago or until: `5 min ago`, `in 3 h`. */
export function distanceInWords(fromMs: number, toMs: number): string {
  const ms = toMs - fromMs;
  if (Math.abs(ms) < 10 * SECOND_MS) return 'just now';
  const coarse = Math.abs(ms) < HOUR_MS ? `${Math.max(1, Math.round(Math.abs(ms) / MINUTE_MS))} min` : spanInWords(ms);
  return ms < 0 ? `${coarse} ago` : `in ${coarse}`;
}

/** Milliseconds of an ISO 8601 duration of days to seconds; 0 for what is none. */
export function durationMs(iso: string): number {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(iso);
  if (!match) return 0;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return days * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS;
}

function two(length: number, big: number, bigUnit: string, small: number, smallUnit: string): string {
  const rest = Math.floor((length % big) / small);
  return rest === 0
    ? `${Math.floor(length / big)} ${bigUnit}`
    : `${Math.floor(length / big)} ${bigUnit} ${rest} ${smallUnit}`;
}
