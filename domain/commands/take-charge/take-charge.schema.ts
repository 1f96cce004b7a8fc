import { z } from 'zod';
import { hint } from '../../field-hint';
import { text } from '../../text.schema';

/** Answers a breach: the chain rests for an hour. */
export const takeChargeSchema = z.strictObject({
  clockId: z
    .string()
    .min(1)
    .max(120)
    .optional()
    .meta(hint({ title: 'Clock', description: 'Absent: every clock that has run out', input: 'clock' })),
  note: text(2_000)
    .optional()
    .meta(hint({ title: 'Note', description: 'What you are doing about it', input: 'long-text' })),
});

/** A parsed take-charge. */
export type TakeChargeBody = z.infer<typeof takeChargeSchema>;
