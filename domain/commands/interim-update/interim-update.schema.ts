import { z } from 'zod';
import { hint } from '../../field-hint';
import { messageSchema } from '../../message.schema';

/** What we know so far, and when the customer hears from us next; the full account stays due. */
export const interimUpdateSchema = z.strictObject({
  message: messageSchema.meta(
    hint({ title: 'Message', description: 'What we know, and when they hear from us next', input: 'message' }),
  ),
  asks: z
    .boolean()
    .optional()
    .meta(
      hint({
        title: 'It asks them something',
        description: 'Something that we wait for: a pause needs such a question',
        input: 'flag',
      }),
    ),
});

/** A parsed interim update. */
export type InterimUpdateBody = z.infer<typeof interimUpdateSchema>;
