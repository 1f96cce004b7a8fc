import { z } from 'zod';
import { text } from '../../text.schema';

/** Answers a breach: the chain rests for an hour. */
export const takeChargeSchema = z.strictObject({
  clockId: z.string().min(1).max(120).optional().describe('Absent: every breached clock'),
  note: text(2_000).optional(),
});

/** A parsed take-charge. */
export type TakeChargeBody = z.infer<typeof takeChargeSchema>;
