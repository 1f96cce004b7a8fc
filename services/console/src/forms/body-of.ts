import type { FieldSchema, FormValue } from './field-schema';
import { sameJson } from '../../../../domain/same-json';

/** The body that a form's value stands for: what is not filled in is left out. */
export function bodyOf(schema: FieldSchema, value: FormValue): Record<string, unknown> {
  return (filledIn(schema, value) as Record<string, unknown> | undefined) ?? {};
}

/**
 * The body of a correction: only what is other now than when the form was opened, so that nobody else's correction is
 * turned back. A text that was emptied is sent empty.
 */
export function changesOf(schema: FieldSchema, value: FormValue, base: FormValue): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const [now, before] = [value[name], base[name]];
    if (sameJson(now ?? '', before ?? '')) continue;
    const next =
      isRecord(now) && field.type === 'object' && field.input !== 'money'
        ? parts(field, now, before)
        : filledIn(field, now);
    if (next !== undefined) changed[name] = next;
    else if (now === '' && field.type === 'string' && !field.enum) changed[name] = '';
  }
  return changed;
}

function parts(field: FieldSchema, now: Record<string, unknown>, before: unknown): unknown {
  const changed = changesOf(field, now, isRecord(before) ? before : {});
  return Object.keys(changed).length > 0 ? changed : undefined;
}

function filledIn(schema: FieldSchema, value: unknown): unknown {
  if (value === '' || value === null || value === undefined) return undefined;
  if (Array.isArray(value))
    return (value as unknown[]).map((item) => (schema.items ? (filledIn(schema.items, item) ?? {}) : item));
  if (!isRecord(value)) return value;
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => [name, filledIn(field, value[name])]);
  const kept = Object.fromEntries(fields.filter(([, field]) => field !== undefined)) as Record<string, unknown>;
  const body = schema.input === 'message' ? asMessage(kept) : kept;
  return isUntouched(schema, body) ? undefined : body;
}

/** A mail is sent now, and what was said elsewhere has no subject. */
function asMessage({ subject, occurredAt, ...rest }: Record<string, unknown>): Record<string, unknown> {
  const more = (rest.channel ?? 'mail') === 'mail' ? { subject } : { occurredAt };
  return { ...rest, ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)) };
}

/** A part in which nothing but what was filled in beforehand stands: money with a currency alone, no words in a message. */
function isUntouched(schema: FieldSchema, body: Record<string, unknown>): boolean {
  const names = Object.keys(body);
  if (schema.input === 'money') return body.amount === undefined;
  return names.length === 0 || (schema.input === 'message' && names.every((name) => name === 'channel'));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
