import { z } from 'zod';
import { hint } from '../../field-hint';
import { identifier, line, text } from '../../text.schema';

/** Pulls somebody into the team. */
export const addToTeamSchema = z.strictObject({
  personId: identifier.meta(
    hint({
      title: 'Person',
      description: 'Of any function; entry-level staff are not put on it. They are told by mail',
      input: 'person',
    }),
  ),
  role: line(100).meta(
    hint({ title: 'Role', description: 'What they are here for', placeholder: 'Finds the faulty deployment' }),
  ),
  note: text(2_000)
    .optional()
    .meta(hint({ title: 'Note', description: 'Stands on the timeline', input: 'long-text' })),
});

/** A parsed add-to-team. */
export type AddToTeamBody = z.infer<typeof addToTeamSchema>;
