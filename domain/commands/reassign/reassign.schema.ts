import { z } from 'zod';
import { identifier, text } from '../../text.schema';

/** Names another owner. */
export const reassignSchema = z.strictObject({ ownerId: identifier, reason: text(2_000) });

/** A parsed reassign. */
export type ReassignBody = z.infer<typeof reassignSchema>;
