import { z } from 'zod';
import { text } from '../../text.schema';

/** The trouble is back, or was never gone. */
export const reopenSchema = z.strictObject({ reason: text(2_000) });

/** A parsed reopen. */
export type ReopenBody = z.infer<typeof reopenSchema>;
