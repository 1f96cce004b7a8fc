import { z } from 'zod/mini';
import { readSearch } from '../../app/search';

const versionSchema = z.object({
  /** Absent: what it says. */
  part: z.optional(z.enum(['comparison', 're-apply'])),
  /** The version that it is compared with; absent: the present one. */
  with: z.optional(z.string().check(z.regex(/^[1-9]\d{0,5}$/))),
});

const draftSchema = z.object({
  /** Absent: the form. */
  part: z.optional(z.enum(['document', 'comparison', 'what-if', 'reading'])),
  with: z.optional(z.string().check(z.regex(/^[1-9]\d{0,5}$/))),
});

/** What the address of a version may say. */
export type VersionSearch = z.infer<typeof versionSchema>;

/** What the address of a draft may say. */
export type DraftSearch = z.infer<typeof draftSchema>;

/** Reads that of a version. */
export function readVersionSearch(given: Record<string, unknown>): VersionSearch {
  return readSearch(versionSchema, given);
}

/** Reads that of a draft. */
export function readDraftSearch(given: Record<string, unknown>): DraftSearch {
  return readSearch(draftSchema, given);
}
