import type { Written } from './policy-sections';

/** A document's text as an object, or why it is none. */
export type ParsedDocument = { policy: Written } | { wrong: string };

/** Reads the text of a policy. */
export function parsedDocument(text: string): ParsedDocument {
  try {
    const policy: unknown = JSON.parse(text);
    return isWritten(policy) ? { policy } : { wrong: 'It has to be one JSON object.' };
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const line = at === undefined ? null : text.slice(0, Number(at)).split('\n').length;
    return { wrong: line === null ? 'This is not JSON.' : `This is not JSON: look at line ${line}.` };
  }
}

/** A policy as the text that people edit. */
export function writtenDocument(policy: Written): string {
  return JSON.stringify(policy, null, 2);
}

/** What stands at a place of a document. */
export function valueAt(policy: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((at, key) => (isContainer(at) ? at[key] : undefined), policy);
}

/** The same document with something else at a place; `undefined` takes it away. */
export function withValueAt(policy: Written, path: readonly (string | number)[], value: unknown): Written {
  return changed(policy, path, value) as Written;
}

/** The line of a well-formed text where a JSON pointer of the server leads, or as near to it as there is something. */
export function lineAt(policy: Written, pointer: string): number | null {
  const mark = '\u0001here\u0001';
  const path = pointer
    .replace(/^#\/policy\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  while (path.length > 0 && valueAt(policy, path) === undefined) path.pop();
  if (path.length === 0) return null;
  const lines = writtenDocument(withValueAt(policy, path, mark)).split('\n');
  const index = lines.findIndex((line) => line.includes(JSON.stringify(mark)));
  return index < 0 ? null : index + 1;
}

function changed(at: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(at)) {
    const list: unknown[] = [...(at as unknown[])];
    const index = Number(key);
    const next = changed(list[index], rest, value);
    if (next === undefined) list.splice(index, 1);
    else list[index] = next;
    return list;
  }
  const { [key]: before, ...others } = isWritten(at) ? at : {};
  const next = changed(before, rest, value);
  if (next === undefined) return others;
  // A field that is there stays in its place.
  return isWritten(at) && key in at ? { ...at, [key]: next } : { ...others, [key]: next };
}

function isWritten(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isContainer(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}
