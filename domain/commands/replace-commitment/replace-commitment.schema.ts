import { z } from 'zod';
import { promiseShape, sendAllTheSame } from '../../escalation/promises/promise.schema';
import { hint } from '../../field-hint';
import { messageSchema } from '../../message.schema';
import { identifier, text } from '../../text.schema';

/** Another promise in the place of a broken one, with the customer's knowledge. */
export const replaceCommitmentSchema = z.strictObject({
  commitmentId: identifier.meta(
    hint({ title: 'Broken commitment', description: 'One whose date has passed', input: 'commitment' }),
  ),
  ...promiseShape,
  reason: text(2_000).meta(
    hint({ title: 'Reason', description: 'For us: why the first was not kept', input: 'long-text' }),
  ),
  message: messageSchema.meta(
    hint({ title: 'Message', description: 'How the customer is told of it, with the new date', input: 'message' }),
  ),
  sendAllTheSame,
});

/** A parsed replace-commitment. */
export type ReplaceCommitmentBody = z.infer<typeof replaceCommitmentSchema>;
