/** Control characters but line breaks and tabs; the API refuses most of them in text. */
const CONTROL = /[^\P{Cc}\t\n\r]/gu;
const ELLIPSIS = '…';

/** Text without control characters but line breaks and tabs. */
export function withoutControls(text: string): string {
  return text.replace(CONTROL, '');
}

/** Text of at most `max` characters, shortened at a word with an ellipsis where it is longer. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const room = text.slice(0, max - ELLIPSIS.length + 1);
  const lastBlank = room.search(/\s\S*$/);
  const cut = lastBlank > max / 2 ? room.slice(0, lastBlank) : room.slice(0, -1);
  return cut.replace(/[\ud800-\udbff]$/, '').trimEnd() + ELLIPSIS;
}

/** Text on one line. */
export function toOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
