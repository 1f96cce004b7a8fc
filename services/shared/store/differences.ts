import { canonicalJson } from './canonical';

/** One place where two accounts of the same escalation differ. */
export interface Difference {
  escalationId: string;
  /** What was compared and where in it, such as `read.clocks intake/due_at`. */
  where: string;
  /** What follows from the journal. */
  expected: unknown;
  found: unknown;
}

/** Where two values differ, as paths to the smallest parts that do; `undefined` stands for what is missing. */
export function* differingPaths(
  expected: unknown,
  found: unknown,
  path = '',
): Generator<{ path: string; expected: unknown; found: unknown }> {
  if (canonicalJson(expected) === canonicalJson(found)) return;
  if (!isContainer(expected) || !isContainer(found) || Array.isArray(expected) !== Array.isArray(found)) {
    yield { path, expected, found };
    return;
  }
  const names = new Set([...Object.keys(expected), ...Object.keys(found)]);
  for (const name of names) {
    yield* differingPaths(expected[name], found[name], path === '' ? name : `${path}.${name}`);
  }
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
