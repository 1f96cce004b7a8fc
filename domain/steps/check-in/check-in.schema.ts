import { z } from 'zod';
import { text } from '../../text.schema';

/** The CSM's check-in: is the customer better off? */
export const checkInSchema = z.strictObject({
  reached: z.boolean(),
  note: text(5_000),
  improved: z.boolean().optional().describe('Required where the customer was reached; false reopens'),
  rating: z.int().min(1).max(5).optional(),
  quote: text(2_000).optional(),
});

/** A parsed check-in. */
export type CheckInBody = z.infer<typeof checkInSchema>;
