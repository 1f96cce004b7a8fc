import type { Command } from 'commander';
import { messageOf, wrongUsage } from '../failure';
import { readInput } from '../input-file';

/** The options by which a command gets its body. */
export interface BodyOptions {
  body?: string;
  field: string[];
}

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** Adds `--body` and `--field` to a command. */
export function addBodyOptions(command: Command): Command {
  return command
    .option('--body <json>', 'the body as JSON, as @file, or - for stdin')
    .option(
      '--field <name=value>',
      'one field of the body, over --body; may be repeated. a.b=x nests; true, false, null, numbers, {…} and […] are JSON, the rest is text ("5" in quotes too)',
      collect,
      [],
    );
}

/** Gathers an option that may be repeated. */
export function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}

/** The body that the options describe: `--body`, with each `--field` set over it. */
export function readBody(options: BodyOptions): Record<string, Json> {
  const body = options.body === undefined ? {} : parseBody(options.body);
  for (const field of options.field) setField(body, field);
  return body;
}

function parseBody(source: string): Record<string, Json> {
  const text = readSource(source);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    wrongUsage(`The body is no valid JSON (${messageOf(error)}).`);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    wrongUsage('The body must be a JSON object.');
  return parsed as Record<string, Json>;
}

function readSource(source: string): string {
  if (source !== '-' && !source.startsWith('@')) return source;
  return readInput(source === '-' ? source : source.slice(1), 'The body');
}

function setField(body: Record<string, Json>, field: string): void {
  const [, path, value] = /^([^=]+)=(.*)$/s.exec(field) ?? wrongUsage(`--field ${field}: write it as name=value.`);
  const names = (path ?? '').split('.');
  const last = names.pop() ?? '';
  let target = body;
  for (const name of names) {
    const inner = Object.hasOwn(target, name) ? target[name] : undefined;
    const nested = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {};
    define(target, name, nested);
    target = nested;
  }
  define(target, last, fieldValue(value ?? ''));
}

/** Sets an own property whatever its name: `__proto__` must be a field like any other. */
function define(target: Record<string, Json>, name: string, value: Json): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}

function fieldValue(text: string): Json {
  if (!/^(true|false|null|-?\d+(\.\d+)?|[[{].*|".*")$/s.test(text)) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
