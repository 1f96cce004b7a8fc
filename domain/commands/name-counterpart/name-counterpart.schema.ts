import { z } from 'zod';
import { hint } from '../../field-hint';
import { line, mailAddress, moment, text } from '../../text.schema';

const agreedSchema = z.strictObject({
  text: text(1_000).meta(hint({ title: 'What', description: 'What they do on their side', input: 'long-text' })),
  dueAt: moment.meta(hint({ title: 'By when', input: 'moment' })),
});

/** Names the executive on the customer's side, with what they agreed to do. */
export const nameCounterpartSchema = z.strictObject({
  name: line(200)
    .optional()
    .meta(hint({ title: 'Name', description: "The customer's own executive; left out: nobody any more" })),
  title: line(200)
    .optional()
    .meta(hint({ title: 'Title' })),
  email: mailAddress
    .optional()
    .meta(hint({ title: 'Mail address', description: 'For your own use: Upstairs never writes to them' })),
  agreed: z
    .array(agreedSchema)
    .max(10)
    .optional()
    .meta(
      hint({
        title: 'What they agreed to do',
        description: 'Each becomes a task; our sponsor or the owner is reminded of it, never the customer',
      }),
    ),
  reason: text(2_000)
    .optional()
    .meta(hint({ title: 'Reason', description: 'Stands on the timeline', input: 'long-text' })),
});

/** A parsed name-counterpart. */
export type NameCounterpartBody = z.infer<typeof nameCounterpartSchema>;
