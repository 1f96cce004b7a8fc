import { z } from 'zod';
import { promiseShape, sendAllTheSame } from '../../escalation/promises/promise.schema';
import { hint } from '../../field-hint';
import { messageSchema } from '../../message.schema';

/** A promise made outside of the full account; the message tells the customer of it. */
export const addCommitmentSchema = z.strictObject({
  ...promiseShape,
  message: messageSchema.meta(
    hint({
      title: 'Message',
      description: 'How the customer is told of it; by phone or in a meeting: what was said',
      input: 'message',
    }),
  ),
  sendAllTheSame,
});

/** A parsed add-commitment. */
export type AddCommitmentBody = z.infer<typeof addCommitmentSchema>;
