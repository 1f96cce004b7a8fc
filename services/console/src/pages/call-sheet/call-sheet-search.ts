import { z } from 'zod/mini';
import { readSearch } from '../../app/search';

const schema = z.object({
  /** The step or command by which the call is put on record: its form is open. */
  action: z.optional(z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/))),
});

/** What the address of this page may say. */
export type CallSheetSearch = z.infer<typeof schema>;

/** Reads it. */
export function readCallSheetSearch(given: Record<string, unknown>): CallSheetSearch {
  return readSearch(schema, given);
}
