import { z } from 'zod';
import { text } from '../../text.schema';

/** The customer took it back, or it never was an escalation. */
export const withdrawSchema = z.strictObject({ reason: text(2_000) });

/** A parsed withdraw. */
export type WithdrawBody = z.infer<typeof withdrawSchema>;
