const SECOND_MS = 1_000;
const UNITS_MS: Readonly<Record<string, number>> = {
  w: 7 * 86_400_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  min: 60_000,
  s: SECOND_MS,
};
const LONGEST_MS = 60 * 86_400_000;

/** A length of time that somebody typed, or what is wrong with it. */
export type Jump = { ms: number } | { wrong: string };

/** Reads `2h30m`, `90 min`, `1 d 4 h` or ISO 8601 such as `PT2H`; the time machine takes 1 second to 60 days. */
export function readJump(typed: string): Jump {
  const ms = inIso(typed.trim().toUpperCase()) ?? inShort(typed.trim().toLowerCase());
  if (ms === null) return { wrong: 'Write it as 2h30m, 90 min, 1d or PT2H.' };
  if (ms < SECOND_MS) return { wrong: 'It moves by one second at least.' };
  if (ms > LONGEST_MS) return { wrong: 'It moves by 60 days at most.' };
  return { ms };
}

/** Whole seconds as ISO 8601, rounded up so that what is due then is reached. */
export function asIsoDuration(ms: number): string {
  return `PT${Math.max(1, Math.ceil(ms / SECOND_MS))}S`;
}

function inIso(text: string): number | null {
  const match = /^P(?=.)(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?=\d)(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/.exec(
    text,
  );
  if (!match) return null;
  return ['w', 'd', 'h', 'm', 's'].reduce(
    (sum, unit, at) => sum + Number(match[at + 1] ?? 0) * (UNITS_MS[unit] ?? 0),
    0,
  );
}

function inShort(text: string): number | null {
  if (!/^(\d{1,7}(\.\d{1,3})?\s*(w|d|h|min|m|s)\s*)+$/.test(text)) return null;
  const parts = text.matchAll(/(\d+(?:\.\d+)?)\s*(min|[wdhms])/g);
  return [...parts].reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS_MS[unit ?? ''] ?? 0), 0);
}
