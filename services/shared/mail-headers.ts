/** The name under which an invitation is attached. */
export const INVITATION_FILE = 'check-in.ics';

/** Header text without what could end the header. */
export function bare(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** The address in `Upstairs <escalations@example.com>`, or the whole where it is an address alone. */
export function addressOf(mailFrom: string): string {
  return /<([^<>]+)>\s*$/.exec(mailFrom)?.[1] ?? mailFrom.trim();
}
