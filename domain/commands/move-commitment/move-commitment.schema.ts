import { z } from 'zod';
import { promiseShape, sendAllTheSame } from '../../escalation/promises/promise.schema';
import { hint } from '../../field-hint';
import { messageSchema } from '../../message.schema';
import { identifier, text } from '../../text.schema';

/** A promise gets another date before its own has come, and the customer is told. */
export const moveCommitmentSchema = z.strictObject({
  commitmentId: identifier.meta(hint({ title: 'Commitment', input: 'commitment' })),
  dueAt: promiseShape.dueAt.meta(
    hint({ title: 'New date', description: 'Its clock begins anew, with its reminder', input: 'moment' }),
  ),
  reason: text(2_000).meta(
    hint({ title: 'Reason', description: 'For us: it stands on the timeline, not in the message', input: 'long-text' }),
  ),
  message: messageSchema.optional().meta(
    hint({
      title: 'Message',
      description:
        'How the customer is told. Left out: a short mail in your name with both dates, unless somebody sees mails first',
      input: 'message',
    }),
  ),
  sendAllTheSame,
});

/** A parsed move-commitment. */
export type MoveCommitmentBody = z.infer<typeof moveCommitmentSchema>;
