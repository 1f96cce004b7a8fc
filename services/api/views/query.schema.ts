import { z } from 'zod';
import { DAY_MS } from '../../../domain/duration';
import { parseIsoDuration } from '../../../domain/iso-duration';

const PRINTABLE = /^\P{Cc}*$/u;
const LONGEST_MS = 3_653 * DAY_MS;

/** A line of text in a query. */
export function queryText(max: number) {
  return z.string().min(1).max(max).regex(PRINTABLE, 'must not hold control characters');
}

/** One or several values, repeated or separated by commas; several mean any of them. */
export function anyOf<Value extends z.ZodType<string>>(value: Value) {
  return z.preprocess(split, z.array(value).min(1).max(50)).optional();
}

/** One or several values, repeated: a comma belongs to the value. */
export function eachOf<Value extends z.ZodType<string>>(value: Value) {
  return z.preprocess(listed, z.array(value).min(1).max(50)).optional();
}

/** How many items a page has. */
export function pageLimit(most: number, usual: number) {
  return z.coerce.number().int().min(1).max(most).default(usual);
}

/** Where the page begins: `nextCursor` of the page before. */
export const pageCursor = queryText(500).optional();

/** A moment, as epoch milliseconds to the program. */
export const queryMoment = z.iso
  .datetime({ offset: true, error: 'must be an ISO 8601 moment with Z or an offset' })
  .transform((text) => Date.parse(text))
  .optional();

/** A length of time, as milliseconds to the program; ten years at most. */
export const queryDuration = queryText(40)
  .transform((text, context) => {
    const ms = parseIsoDuration(text);
    if (ms !== null && ms > 0 && ms <= LONGEST_MS) return ms;
    context.addIssue({ code: 'custom', message: 'must be an ISO 8601 duration such as PT1H, of ten years at most' });
    return z.NEVER;
  })
  .optional();

/** Yes or no. */
export const queryFlag = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .optional();

function split(value: unknown): unknown {
  const values = listed(value);
  return values?.flatMap((one) => (typeof one === 'string' ? one.split(',') : [one]));
}

function listed(value: unknown): unknown[] | undefined {
  return value === undefined ? value : [value].flat();
}
