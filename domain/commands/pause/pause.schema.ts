import { z } from 'zod';
import { hint } from '../../field-hint';
import { messageSchema } from '../../message.schema';
import { moment, text } from '../../text.schema';

/** We wait for the customer: the clocks of the steps rest until they answer, or until a date. */
export const pauseSchema = z.strictObject({
  dueAt: moment.meta(
    hint({
      title: 'Until',
      description:
        'It goes on by itself then, if they have not answered before. So far ahead at most as the policy says',
      input: 'moment',
    }),
  ),
  reason: text(2_000).meta(
    hint({ title: 'Reason', description: 'What we cannot go on without, and only they know', input: 'long-text' }),
  ),
  question: messageSchema.optional().meta(
    hint({
      title: 'Question',
      description: 'What they are asked now. Leave it out where they were asked already, on record',
      input: 'message',
    }),
  ),
});

/** A parsed pause. */
export type PauseBody = z.infer<typeof pauseSchema>;
