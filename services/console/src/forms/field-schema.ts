import type { FieldInput } from '../../../../domain/field-hint';

/** What of a JSON Schema a form needs, with the hints of how each field is asked for (domain/field-hint.ts). */
export interface FieldSchema {
  type?: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array';
  title?: string;
  /** The rule's words. */
  description?: string;
  input?: FieldInput;
  /** The roles of the person that it may name; absent: anybody. */
  eligible?: readonly string[];
  /** Which approvals it may name; absent: those that are open. Set by the page (schema-here.ts). */
  pick?: 'approved';
  placeholder?: string;
  enum?: readonly string[];
  const?: unknown;
  default?: unknown;
  format?: string;
  pattern?: string;
  allOf?: readonly { pattern?: string }[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  properties?: Readonly<Record<string, FieldSchema>>;
  required?: readonly string[];
  items?: FieldSchema;
}

/** What stands in a form, in the shape of the body that it will become; what is not filled in is '' or absent. */
export type FormValue = Readonly<Record<string, unknown>>;

/** Where a field stands in it: `['commitments', '0', 'dueAt']`. */
export type Path = readonly string[];

/** The same as problems name it: `#/commitments/0/dueAt`. */
export function pointerOf(path: Path): string {
  return `#/${path.join('/')}`;
}

/** A pointer's path. */
export function pathOf(pointer: string): string[] {
  return pointer.replace(/^#\/?/, '').split('/').filter(Boolean);
}

/** What stands at a path, or undefined. */
export function valueAt(value: unknown, path: Path): unknown {
  let found = value;
  for (const part of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<string, unknown>)[part];
  }
  return found;
}

/** The text at a path; '' where there is none. */
export function textAt(value: unknown, path: Path): string {
  const found = valueAt(value, path);
  return typeof found === 'string' ? found : '';
}

/** The value with something else at a path; what does not exist on the way is made. */
export function withValueAt<Value>(value: Value, path: Path, next: unknown): Value {
  const [part, ...rest] = path;
  if (part === undefined) return next as Value;
  const inner = withValueAt((value as Record<string, unknown> | undefined)?.[part], rest, next);
  if (Array.isArray(value))
    return (value as unknown[]).map((item, index) => (String(index) === part ? inner : item)) as Value;
  return { ...(value as object), [part]: inner } as Value;
}

/** The schema of what stands at a path, or undefined. */
export function schemaAt(schema: FieldSchema, path: Path): FieldSchema | undefined {
  const [part, ...rest] = path;
  if (part === undefined) return schema;
  const inner = schema.items ?? schema.properties?.[part];
  return inner && schemaAt(inner, rest);
}
