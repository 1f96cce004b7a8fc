import { z } from 'zod';
import { promiseShape, sendAllTheSame } from '../../escalation/promises/promise.schema';
import { hint } from '../../field-hint';
import { messageSchema } from '../../message.schema';
import { text } from '../../text.schema';

const promise = z.strictObject(promiseShape);

/** The full account to the customer, with at least one dated commitment. */
export const customerUpdateSchema = z.strictObject({
  understood: text(20_000).meta(hint({ title: 'What we understood', input: 'long-text' })),
  willDo: text(20_000).meta(hint({ title: 'What we will do', input: 'long-text' })),
  commitments: z
    .array(promise)
    .min(1, 'at least one dated commitment')
    .max(20)
    .meta(
      hint({
        title: 'Commitments',
        description: 'At least one, each with its date and the person who keeps it',
        input: 'commitments',
      }),
    ),
  message: messageSchema.meta(
    hint({ title: 'Message', description: 'The full account, in person: what, why, and by when', input: 'message' }),
  ),
  sendAllTheSame,
});

/** A parsed customer update. */
export type CustomerUpdateBody = z.infer<typeof customerUpdateSchema>;
