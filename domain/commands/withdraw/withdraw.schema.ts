import { z } from 'zod';
import { hint } from '../../field-hint';
import { text } from '../../text.schema';

/** The customer took it back, or it never was an escalation. */
export const withdrawSchema = z.strictObject({
  reason: text(2_000).meta(
    hint({ title: 'Reason', description: 'Why nothing more is owed to the customer', input: 'long-text' }),
  ),
});

/** A parsed withdraw. */
export type WithdrawBody = z.infer<typeof withdrawSchema>;
