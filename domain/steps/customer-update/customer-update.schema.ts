import { z } from 'zod';
import { messageSchema } from '../../message.schema';
import { identifier, moment, text } from '../../text.schema';

/** The full account to the customer, with at least one dated commitment. */
export const customerUpdateSchema = z.strictObject({
  understood: text(20_000).describe('What we understood'),
  willDo: text(20_000).describe('What we will do'),
  commitments: z
    .array(z.strictObject({ text: text(1_000), dueAt: moment, responsibleId: identifier }))
    .min(1, 'at least one dated commitment')
    .max(20),
  message: messageSchema,
});

/** A parsed customer update. */
export type CustomerUpdateBody = z.infer<typeof customerUpdateSchema>;
