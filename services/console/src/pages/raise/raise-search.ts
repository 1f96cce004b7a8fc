import { z } from 'zod/mini';
import { DOORS } from '../../../../../domain/intake';
import { readSearch } from '../../app/search';

const words = z.optional(z.string().check(z.maxLength(300)));

const schema = z.object({
  account: words,
  summary: words,
  door: z.optional(z.enum(DOORS)),
  /** What is rarely needed is shown. */
  more: z.optional(z.literal('true')),
});

/** What the address of this page may say: what the form begins with. */
export type RaiseSearch = z.infer<typeof schema>;

/** Reads it. */
export function readRaiseSearch(given: Record<string, unknown>): RaiseSearch {
  return readSearch(schema, given);
}
