/** The days of a week, Monday first. */
export const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const RANGE = /^([0-2]?\d:[0-5]\d)\s*[-–]\s*([0-2]?\d:[0-5]\d)$/;

/** Ranges of a day as people write them: `09:00–12:00, 13:00–17:30`. */
export function rangesInWords(ranges: unknown): string {
  if (!Array.isArray(ranges)) return '';
  return (ranges as unknown[]).map((range) => (Array.isArray(range) ? range.join('–') : '')).join(', ');
}

/** The ranges that are written so; null where that is none. */
export function typedRanges(text: string): [string, string][] | null {
  if (text.trim() === '') return [];
  const ranges = text.split(',').map((part) => RANGE.exec(part.trim()));
  const found = ranges.flatMap((match): [string, string][] =>
    match ? [[clock(match[1] ?? ''), clock(match[2] ?? '')]] : [],
  );
  return found.length === ranges.length ? found : null;
}

function clock(time: string): string {
  return time.padStart(5, '0');
}
