import { z } from 'zod';
import { hint } from '../../field-hint';
import { messageSchema } from '../../message.schema';
import { identifier, moment, text } from '../../text.schema';

const promise = z.strictObject({
  text: text(1_000).meta(hint({ title: 'What is promised', description: 'As the customer would put it' })),
  dueAt: moment.meta(
    hint({
      title: 'By when',
      description: 'A date the customer can hold you to: it gets a clock of its own',
      input: 'moment',
    }),
  ),
  responsibleId: identifier.meta(
    hint({ title: 'Who keeps it', description: 'One person, reminded before the date', input: 'person' }),
  ),
});

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
});

/** A parsed customer update. */
export type CustomerUpdateBody = z.infer<typeof customerUpdateSchema>;
