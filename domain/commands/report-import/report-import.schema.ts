import { z } from 'zod';
import { line } from '../../text.schema';

/** What an import took in, told once. */
export const reportImportSchema = z.strictObject({
  source: line(300).describe('The list that was imported'),
  raised: z.int().min(1).describe('How many escalations it raised'),
  already: z.int().min(0).default(0).describe('How many rows were raised by an earlier run'),
  skipped: z.int().min(0).default(0).describe('How many rows could not be read'),
});

/** A parsed report of an import. */
export type ReportImportBody = z.infer<typeof reportImportSchema>;
