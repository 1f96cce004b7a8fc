import { z } from 'zod';
import { hint } from '../../field-hint';
import { text } from '../../text.schema';

/** Takes over what was offered. */
export const acceptHandOverSchema = z.strictObject({
  note: text(2_000)
    .optional()
    .meta(hint({ title: 'Note', description: 'Stands on the timeline', input: 'long-text' })),
});

/** A parsed acceptance. */
export type AcceptHandOverBody = z.infer<typeof acceptHandOverSchema>;
