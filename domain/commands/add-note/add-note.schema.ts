import { z } from 'zod';
import { text } from '../../text.schema';

/** A note on the timeline. */
export const addNoteSchema = z.strictObject({ note: text(10_000) });

/** A parsed note. */
export type AddNoteBody = z.infer<typeof addNoteSchema>;
