import { createHash } from 'node:crypto';

/** JSON with sorted keys: equal values give equal text, wherever their fields were written first. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (isPlain(part) ? sorted(part) : part)) ?? 'null';
}

/** sha-256 in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * The value as Postgres can hold it: jsonb refuses NUL and half surrogates, which a stray signal may carry; they become
 * U+FFFD rather than stop an escalation's journal for good.
 */
export function storable<T>(value: T): T {
  const text = JSON.stringify(value);
  if (!UNSTORABLE_ESCAPE.test(text)) return JSON.parse(text) as T;
  return JSON.parse(text, (_key, part: unknown) =>
    typeof part === 'string' ? part.replace(UNSTORABLE, '\ufffd') : isPlain(part) ? withStorableKeys(part) : part,
  ) as T;
}

const UNSTORABLE_ESCAPE = /\\u(?:0000|d[89a-f])/i;
const UNSTORABLE = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function withStorableKeys(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key.replace(UNSTORABLE, '\ufffd'), part]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
