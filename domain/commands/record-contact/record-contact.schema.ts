import { z } from 'zod';
import { hint } from '../../field-hint';
import { CHANNELS } from '../../message';
import { moment, text } from '../../text.schema';

/** A contact with the customer that happened outside: a call, a meeting, a mail of one's own. */
export const recordContactSchema = z.strictObject({
  channel: z.enum(CHANNELS).meta(hint({ title: 'How', description: 'Nothing is sent: this only records it' })),
  body: text(20_000).meta(hint({ title: 'What was said', input: 'long-text' })),
  occurredAt: moment
    .optional()
    .meta(hint({ title: 'When it happened', description: 'Not in the future; left out: now', input: 'moment' })),
  direction: z
    .enum(['to-customer', 'from-customer'])
    .default('to-customer')
    .meta(
      hint({
        title: 'Who spoke',
        description: 'Our word to them restarts the clock that keeps them informed; their reply ends a pause',
      }),
    ),
  asks: z
    .boolean()
    .optional()
    .meta(
      hint({
        title: 'We asked them something',
        description: 'Something that we wait for: a pause needs it',
        input: 'flag',
      }),
    ),
});

/** A parsed record-contact. */
export type RecordContactBody = z.infer<typeof recordContactSchema>;
