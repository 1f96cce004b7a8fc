import type { ActionName, FormSurroundings } from './action';
import type { FieldSchema, FormValue } from './field-schema';
import { knownValues } from './known-values';

/** What a form holds when it is opened: what the schema presets, and what is known already. */
export function firstValue(schema: FieldSchema, action: ActionName, surroundings: FormSurroundings): FormValue {
  return { ...presets(schema), ...knownValues(action.name, surroundings) };
}

/** What a schema itself presets, of every part that is filled in anyway. */
export function presets(schema: FieldSchema): Record<string, unknown> {
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]): [string, unknown] => {
    if (field.default !== undefined) return [name, field.default];
    if (field.type === 'object') return [name, presets(field)];
    return [name, field.type === 'array' ? [] : ''];
  });
  return Object.fromEntries(fields);
}
