import type { FieldProblem } from './rejection';

/** The part of JSON Schema 2020-12 that our schemas use. */
export interface Shape {
  type?: string;
  enum?: readonly unknown[];
  const?: unknown;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  allOf?: readonly Shape[];
  anyOf?: readonly Shape[];
  items?: Shape;
  minItems?: number;
  maxItems?: number;
  properties?: Readonly<Record<string, Shape>>;
  required?: readonly string[];
  /** Of a record the shape of its values. */
  additionalProperties?: boolean | Shape;
  propertyNames?: Shape;
}

/** What in a value does not have this shape, each with a pointer to it. */
export function problemsOf(shape: Shape, value: unknown, pointer = '#'): FieldProblem[] {
  const problem = typeProblem(shape, value) ?? textProblem(shape, value) ?? numberProblem(shape, value);
  if (problem) return [{ pointer, detail: problem }];
  if (shape.anyOf?.every((part) => problemsOf(part, value).length > 0)) {
    return [{ pointer, detail: 'has none of the shapes that it may have' }];
  }
  return [
    ...(shape.allOf ?? []).flatMap((part) => problemsOf(part, value, pointer)),
    ...(Array.isArray(value) ? itemProblems(shape, value, pointer) : []),
    ...(shape.properties || shape.additionalProperties !== undefined
      ? fieldProblems(shape, value as Record<string, unknown>, pointer)
      : []),
  ];
}

const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: Number.isInteger,
  number: Number.isFinite,
};

function typeProblem(shape: Shape, value: unknown): string | undefined {
  if (shape.type && !kinds[shape.type]?.(value)) return `must be ${shape.type}`;
  if (shape.enum && !shape.enum.includes(value)) return `must be one of ${shape.enum.join(', ')}`;
  if ('const' in shape && shape.const !== value) return `must be ${String(shape.const)}`;
  return undefined;
}

function textProblem(shape: Shape, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (shape.minLength !== undefined && value.length < shape.minLength) return `needs ${shape.minLength} characters`;
  if (shape.maxLength !== undefined && value.length > shape.maxLength) return `has over ${shape.maxLength} characters`;
  if (shape.pattern && !new RegExp(shape.pattern, 'u').test(value)) return `must match ${shape.pattern}`;
  return undefined;
}

function numberProblem(shape: Shape, value: unknown): string | undefined {
  if (typeof value !== 'number') return undefined;
  if (shape.minimum !== undefined && value < shape.minimum) return `must be ${shape.minimum} or more`;
  if (shape.maximum !== undefined && value > shape.maximum) return `must be ${shape.maximum} or less`;
  return undefined;
}

function itemProblems(shape: Shape, items: readonly unknown[], pointer: string): FieldProblem[] {
  const { minItems = 0, maxItems = Infinity, items: each } = shape;
  if (items.length < minItems) return [{ pointer, detail: `needs ${minItems} or more` }];
  if (items.length > maxItems) return [{ pointer, detail: `takes ${maxItems} at most` }];
  return each ? items.flatMap((item, index) => problemsOf(each, item, `${pointer}/${index}`)) : [];
}

function fieldProblems(shape: Shape, value: Record<string, unknown>, pointer: string): FieldProblem[] {
  const { properties = {}, required = [], additionalProperties: others = true } = shape;
  const present = Object.keys(value).filter((name) => value[name] !== undefined);
  const missing = required.filter((name) => !present.includes(name));
  const further = present.filter((name) => !Object.hasOwn(properties, name));
  const unknown = others === false ? further : [];
  return [
    ...missing.map((name) => ({ pointer: `${pointer}/${name}`, detail: 'required' })),
    ...unknown.map((name) => ({ pointer: `${pointer}/${name}`, detail: 'unknown field' })),
    ...Object.entries(properties)
      .filter(([name]) => present.includes(name))
      .flatMap(([name, field]) => problemsOf(field, value[name], `${pointer}/${name}`)),
    ...(typeof others === 'object' ? further.flatMap((name) => entryProblems(shape, name, value[name], pointer)) : []),
  ];
}

/** What is wrong with one entry of a record: its name, else its value. */
function entryProblems({ propertyNames, additionalProperties }: Shape, name: string, value: unknown, pointer: string) {
  const place = `${pointer}/${name}`;
  const named = propertyNames ? problemsOf(propertyNames, name, place) : [];
  return named.length > 0 ? named : problemsOf(additionalProperties as Shape, value, place);
}
