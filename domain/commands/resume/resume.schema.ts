import { z } from 'zod';
import { hint } from '../../field-hint';
import { text } from '../../text.schema';

/** Goes on without waiting any longer. */
export const resumeSchema = z.strictObject({
  reason: text(2_000)
    .optional()
    .meta(hint({ title: 'Reason', description: 'Why we go on without their answer', input: 'long-text' })),
});

/** A parsed resume. */
export type ResumeBody = z.infer<typeof resumeSchema>;
