import type { z } from 'zod';
import type { FieldProblem } from '../../../domain/rejection';
import { fieldWords } from './field-words';
import { Problem } from './problem';

/** Parses a body by its schema; every wrong field is named. */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const errors = fieldProblems(issues);
  const onlyUnknownValues = issues.every((issue) => issue.code === 'invalid_value');
  const slug = onlyUnknownValues ? 'unknown-value' : 'malformed';
  throw new Problem(slug, summaryOf(errors), { errors });
}

/** Parses the query of a request; a wrong parameter is a 400 that names it. */
export function parseQuery<Schema extends z.ZodType>(schema: Schema, query: unknown): z.output<Schema> {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  const errors = fieldProblems(parsed.error.issues);
  throw new Problem('invalid-query', summaryOf(errors), { errors });
}

/** zod's issues as pointers and sentences; an unknown key is told at the place of that key. */
function fieldProblems(issues: readonly z.core.$ZodIssue[]): FieldProblem[] {
  return issues.flatMap((issue) => {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => ({ pointer: pointer(path), detail: fieldWords(issue) }));
  });
}

/** An RFC 6901 pointer as a URI fragment. */
function pointer(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'));
  return `#${parts.map((part) => `/${encodeURIComponent(part)}`).join('')}`;
}

function summaryOf(errors: readonly FieldProblem[]): string {
  const first = errors[0];
  const more = errors.length > 1 ? `, and ${errors.length - 1} more` : '';
  return first ? `${first.pointer} ${first.detail}${more}.` : 'The content is wrong.';
}
