import { isoDuration } from '../../../domain/iso-duration';
import { iso } from './moments';

/**
 * Internal data as the API shows it: moments (`…At`, epoch milliseconds) become ISO 8601 under their own name, lengths
 * of time (`…Ms`) ISO 8601 durations under a name without the unit.
 */
export function jsonView(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(jsonView);
  if (typeof value === 'object' && value !== null) return jsonFields(Object.entries(value));
  return value;
}

/** The same for the fields of an object. */
export function jsonFields(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(
    entries.map(([key, value]) => {
      if (typeof value === 'number' && key.endsWith('At')) return [key, iso(value)];
      if (key.endsWith('Ms')) return [key.slice(0, -2), durations(value)];
      return [key, jsonView(value)];
    }),
  );
}

/** A length of time, or a table of them. */
function durations(value: unknown): unknown {
  if (typeof value === 'number') return isoDuration(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, durations(part)]));
}
