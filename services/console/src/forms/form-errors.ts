import { sameJson } from '../../../../domain/same-json';
import type { FieldError } from '../api/problem';
import { checkBody } from './check-body';
import { pathOf, valueAt, type FieldSchema, type FormValue } from './field-schema';

/** What the server refused, with what stood in the form then: whatever was changed since is no longer wrong. */
export interface Refused {
  errors: readonly FieldError[];
  value: FormValue;
}

/** Everything that the page itself can tell is wrong with a body. */
export function ownErrors(
  schema: FieldSchema,
  body: Record<string, unknown>,
  requiredHere: ReadonlySet<string>,
): FieldError[] {
  const errors = checkBody(schema, body);
  for (const pointer of requiredHere)
    if (valueAt(body, pathOf(pointer)) === undefined) errors.push({ pointer, detail: 'required here' });
  return errors;
}

/** What the server refused and still stands. */
export function standingRefusals({ errors, value: then }: Refused, now: FormValue): FieldError[] {
  return errors.filter(({ pointer }) =>
    sameJson(valueAt(then, pathOf(pointer)) ?? '', valueAt(now, pathOf(pointer)) ?? ''),
  );
}

/** The first word for each field, by pointer. */
export function byPointer(errors: readonly FieldError[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const { pointer, detail } of errors) if (!map.has(pointer)) map.set(pointer, detail);
  return map;
}
