import { z } from 'zod/mini';
import { readSearch } from '../../app/search';

const schema = z.object({
  /** What waits for me, for my people, or the notices to me. */
  view: z.optional(z.enum(['mine', 'people', 'inbox'])),
  /** Of the inbox: only what was not read yet. */
  unread: z.optional(z.enum(['true'])),
});

/** What the address of this page may say. */
export type WorkSearch = z.infer<typeof schema>;

/** Reads it. */
export function readWorkSearch(given: Record<string, unknown>): WorkSearch {
  return readSearch(schema, given);
}
