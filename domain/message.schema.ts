import { z } from 'zod';
import { hint } from './field-hint';
import { CHANNELS } from './message';
import { line, moment, text } from './text.schema';

/** What is said to the customer. Mail is sent by us; the other channels are recorded as what was said, and when. */
export const messageSchema = z.strictObject({
  channel: z
    .enum(CHANNELS)
    .default('mail')
    .meta(hint({ title: 'How', description: 'Only mail is sent; the others are recorded' })),
  subject: line(300)
    .optional()
    .meta(hint({ title: 'Subject', description: 'Required for mail' })),
  body: text(20_000).meta(
    hint({ title: 'Text', description: 'The mail to the letter, or what was said', input: 'long-text' }),
  ),
  occurredAt: moment.optional().meta(
    hint({
      title: 'When it happened',
      description: 'Not before the receipt, not in the future, not for mail; left out: now',
      input: 'moment',
    }),
  ),
});
