import { z } from 'zod';
import { hint } from '../../field-hint';
import { messageSchema } from '../../message.schema';
import { ROOT_CAUSES } from '../../root-cause';
import { text } from '../../text.schema';

/** Closure: the personal closing message and the root cause. */
export const closureSchema = z.strictObject({
  message: messageSchema.meta(
    hint({ title: 'Closing message', description: 'Personal: what was put right, in your words', input: 'message' }),
  ),
  rootCause: z
    .enum(ROOT_CAUSES)
    .meta(hint({ title: 'Root cause', description: 'No closure without one: it is how the cause gets cured' })),
  rootCauseNote: text(5_000).meta(
    hint({ title: 'Why it happened', description: 'What somebody must know who is to cure it', input: 'long-text' }),
  ),
});

/** A parsed closure. */
export type ClosureBody = z.infer<typeof closureSchema>;
