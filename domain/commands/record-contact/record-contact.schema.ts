import { z } from 'zod';
import { CHANNELS } from '../../message';
import { moment, text } from '../../text.schema';

/** A contact with the customer that happened outside: a call, a meeting, a mail of one's own. */
export const recordContactSchema = z.strictObject({
  channel: z.enum(CHANNELS),
  body: text(20_000).describe('What was said'),
  occurredAt: moment.optional().describe('Absent: now'),
  direction: z.enum(['to-customer', 'from-customer']).default('to-customer'),
});

/** A parsed record-contact. */
export type RecordContactBody = z.infer<typeof recordContactSchema>;
