import { z } from 'zod/mini';

/** What of the address made no sense, until it is put away; the shell shows it. */
let ignored: readonly string[] = [];
const listeners = new Set<() => void>();

/** The parameters that were passed over. */
export const ignoredParameters = {
  get: (): readonly string[] => ignored,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  dismiss: (): void => set([]),
};

/**
 * The parameters of a view as its schema wants them. What is nonsense falls back to the view without it, and the page
 * says so, as somebody may have mistyped or cut a link.
 */
export function readSearch<Shape extends z.core.$ZodShape>(
  schema: z.ZodMiniObject<Shape>,
  given: Readonly<Record<string, unknown>>,
): z.infer<z.ZodMiniObject<Shape>> {
  const known: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    const text = textOf(value);
    const field = schema.shape[name];
    const parsed = field && text !== '' ? z.safeParse(field, text) : undefined;
    // What is left out is named all the same: the router lays this over what the address says.
    known[name] = parsed?.success ? parsed.data : undefined;
    if (!parsed?.success && text !== '') wrong.push(`${name}=${text.slice(0, 40)}`);
  }
  if (wrong.length > 0) queueMicrotask(() => set(wrong));
  return known as z.infer<z.ZodMiniObject<Shape>>;
}

/** Several values of one parameter, joined by commas, each of which must be one of these. */
export function someOf<const Word extends string>(words: readonly Word[]) {
  return z.optional(
    z.pipe(
      z.pipe(
        z.string().check(z.maxLength(2_000)),
        z.transform((text) => text.split(',')),
      ),
      z.array(z.enum(words)),
    ),
  );
}

/** The address's parameters as plain text, the same words as the API's own. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** The same turned round: lists are joined by commas, what is absent or false is left out. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    const text = textOf(value);
    if (text !== '') parameters.set(name, text);
  }
  // Commas need no escape, and a link that people send to each other should be read by them.
  const joined = parameters.toString().replaceAll('%2C', ',');
  return joined ? `?${joined}` : '';
}

/** A parameter as the address writes it: a link that the router prepares brings its values parsed already. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  return typeof value === 'string' || typeof value === 'number' || value === true ? String(value) : '';
}

function set(next: readonly string[]): void {
  if (next.join() === ignored.join()) return;
  ignored = next;
  for (const listener of listeners) listener();
}
