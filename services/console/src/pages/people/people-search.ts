import { z } from 'zod/mini';
import { readSearch } from '../../app/search';

const schema = z.object({
  q: z.optional(z.string().check(z.maxLength(200), z.regex(/^\P{Cc}*$/u))),
  /** Only those who are away, or have left. */
  only: z.optional(z.enum(['away', 'left'])),
  /** Whose absences are open: an id, or `me`. */
  away: z.optional(z.string().check(z.maxLength(200), z.regex(/^\P{Cc}+$/u))),
});

/** What the address of this page may say. */
export type PeopleSearch = z.infer<typeof schema>;

/** Reads it. */
export function readPeopleSearch(given: Record<string, unknown>): PeopleSearch {
  return readSearch(schema, given);
}
