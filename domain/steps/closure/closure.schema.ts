import { z } from 'zod';
import { messageSchema } from '../../message.schema';
import { ROOT_CAUSES } from '../../root-cause';
import { text } from '../../text.schema';

/** Closure: the personal closing message and the root cause. */
export const closureSchema = z.strictObject({
  message: messageSchema,
  rootCause: z.enum(ROOT_CAUSES),
  rootCauseNote: text(5_000),
});

/** A parsed closure. */
export type ClosureBody = z.infer<typeof closureSchema>;
