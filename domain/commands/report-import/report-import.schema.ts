import { z } from 'zod';
import { hint } from '../../field-hint';
import { line } from '../../text.schema';

/** What an import took in, told once. */
export const reportImportSchema = z.strictObject({
  source: line(300).meta(hint({ title: 'List', description: 'The list that was imported', input: 'hidden' })),
  raised: z
    .int()
    .min(1)
    .meta(hint({ title: 'Raised', description: 'How many escalations it raised', input: 'hidden' })),
  already: z
    .int()
    .min(0)
    .default(0)
    .meta(hint({ title: 'Already', description: 'How many rows were raised by an earlier run', input: 'hidden' })),
  skipped: z
    .int()
    .min(0)
    .default(0)
    .meta(hint({ title: 'Skipped', description: 'How many rows could not be read', input: 'hidden' })),
});

/** A parsed report of an import. */
export type ReportImportBody = z.infer<typeof reportImportSchema>;
