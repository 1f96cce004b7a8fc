import { z } from 'zod';
import { CHANNELS } from './message';
import { line, moment, text } from './text.schema';

/** What is said to the customer. Mail is sent by us; the other channels are recorded as what was said, and when. */
export const messageSchema = z.strictObject({
  channel: z.enum(CHANNELS).default('mail').describe('Only mail is sent; the others are recorded'),
  subject: line(300).optional().describe('Required for mail'),
  body: text(20_000).describe('The mail, or what was said'),
  occurredAt: moment
    .optional()
    .describe('When it happened: not before the receipt, not in the future, not for mail; absent: now'),
});
