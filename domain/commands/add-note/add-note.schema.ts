import { z } from 'zod';
import { hint } from '../../field-hint';
import { text } from '../../text.schema';

/** A note on the timeline. */
export const addNoteSchema = z.strictObject({
  note: text(10_000).meta(
    hint({ title: 'Note', description: 'Stays on the timeline; the customer does not see it', input: 'long-text' }),
  ),
});

/** A parsed note. */
export type AddNoteBody = z.infer<typeof addNoteSchema>;
