import { z } from 'zod';
import { hint } from '../../field-hint';
import { text } from '../../text.schema';

/** The CSM's check-in: is the customer better off? */
export const checkInSchema = z.strictObject({
  reached: z.boolean().meta(
    hint({
      title: 'I reached the customer',
      description: 'Two attempts a day apart without reach end the follow-up',
    }),
  ),
  note: text(5_000).meta(hint({ title: 'How it went', input: 'long-text' })),
  improved: z
    .boolean()
    .optional()
    .meta(
      hint({ title: 'They are better off', description: 'Required where the customer was reached; false reopens' }),
    ),
  rating: z
    .int()
    .min(1)
    .max(5)
    .optional()
    .meta(hint({ title: 'Their rating', description: '1 to 5, as the customer gave it' })),
  quote: text(2_000)
    .optional()
    .meta(hint({ title: 'In their words', description: 'What they said, word for word', input: 'long-text' })),
});

/** A parsed check-in. */
export type CheckInBody = z.infer<typeof checkInSchema>;
