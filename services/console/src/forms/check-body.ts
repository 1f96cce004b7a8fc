import type { FieldError } from '../api/problem';
import { pointerOf, type FieldSchema, type Path } from './field-schema';

/** What a pattern of ours means; a value is not shown a regular expression. */
const ONE_LINE = '^[^\\r\\n]*$';
const NOT_BLANK = '\\S';

/** Everything that its schema holds against a body, in words for whoever fills it in; the server checks again. */
export function checkBody(schema: FieldSchema, body: unknown, path: Path = []): FieldError[] {
  const wrong = (detail: string): FieldError[] => [{ pointer: pointerOf(path), detail }];
  switch (schema.type) {
    case 'object':
      return checkFields(schema, isRecord(body) ? body : {}, path);
    case 'array':
      return checkItems(schema, Array.isArray(body) ? body : [], path);
    case 'string':
      return typeof body === 'string' ? checkText(schema, body).flatMap(wrong) : wrong('fill this in');
    case 'integer':
    case 'number':
      return checkNumber(schema, body).flatMap(wrong);
    case 'boolean':
      if (schema.const === true && body !== true) return wrong('this must be so before you go on');
      return typeof body === 'boolean' ? [] : wrong('choose yes or no');
    default:
      return [];
  }
}

function checkFields(schema: FieldSchema, body: Record<string, unknown>, path: Path): FieldError[] {
  const errors: FieldError[] = [];
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const here = [...path, name];
    const given = body[name];
    if (given !== undefined) errors.push(...checkBody(field, given, here));
    else if (schema.required?.includes(name)) errors.push(...missing(field, here));
  }
  // The one rule of a message that its shape does not tell.
  if (schema.input === 'message' && (body.channel ?? 'mail') === 'mail' && !body.subject)
    errors.push({ pointer: pointerOf([...path, 'subject']), detail: 'a mail needs a subject' });
  return errors;
}

/** What is required and absent: of an object the fields that it lacks, as those are what one fills in. */
function missing(field: FieldSchema, path: Path): FieldError[] {
  if (field.type === 'object' || field.type === 'array') return checkBody(field, undefined, path);
  if (field.input === 'person') return [{ pointer: pointerOf(path), detail: 'choose a person' }];
  if (field.enum) return [{ pointer: pointerOf(path), detail: 'choose one' }];
  return checkBody(field, undefined, path);
}

function checkItems(schema: FieldSchema, items: readonly unknown[], path: Path): FieldError[] {
  const { minItems = 0, maxItems = Infinity, items: item } = schema;
  const pointer = pointerOf(path);
  if (items.length < minItems) return [{ pointer, detail: `at least ${minItems}` }];
  if (items.length > maxItems) return [{ pointer, detail: `at most ${maxItems}` }];
  return item ? items.flatMap((each, index) => checkBody(item, each, [...path, String(index)])) : [];
}

function checkText(schema: FieldSchema, text: string): string[] {
  const { enum: words, minLength = 0, maxLength = Infinity } = schema;
  if (words) return words.includes(text) ? [] : ['choose one of those offered'];
  if (text.length < minLength) return ['fill this in'];
  if (text.length > maxLength) return [`${text.length - maxLength} characters too long: ${maxLength} at most`];
  const broken = patternsOf(schema).find((pattern) => !matches(pattern, text));
  return broken === undefined ? [] : [patternWords(broken, schema)];
}

function patternsOf({ pattern, allOf = [] }: FieldSchema): string[] {
  return [pattern, ...allOf.map((each) => each.pattern)].filter((each) => each !== undefined);
}

function patternWords(pattern: string, { format, input }: FieldSchema): string {
  if (format === 'email') return 'this is no mail address';
  if (format === 'date') return 'this is no day of the calendar';
  if (format === 'date-time') return 'this is no moment';
  if (input === 'person') return 'choose a person from the list';
  if (pattern === ONE_LINE) return 'one line only';
  if (pattern === NOT_BLANK) return 'fill this in';
  if (pattern === '^[A-Z]{3}$') return 'three capital letters, such as USD';
  return 'this holds characters that cannot be kept';
}

function checkNumber({ type, minimum = -Infinity, maximum = Infinity }: FieldSchema, value: unknown): string[] {
  if (value === undefined || value === '') return ['fill this in'];
  if (typeof value !== 'number' || !Number.isFinite(value)) return ['this is no number'];
  if (type === 'integer' && !Number.isSafeInteger(value)) return ['a whole number'];
  if (value < minimum || value > maximum) return [`between ${minimum} and ${maximum}`];
  return [];
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern).test(text);
  } catch {
    // A pattern that this browser cannot read is left to the server.
    return true;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
