import { z } from 'zod';
import { hint } from '../../field-hint';
import { LEVELS } from '../../priority';
import { moment, text } from '../../text.schema';

/** Sets the level against the weighing for a time, or ends that. */
export const overridePrioritySchema = z.strictObject({
  level: z
    .enum(LEVELS)
    .optional()
    .meta(hint({ title: 'Level', description: 'Left out: the weighing holds again' })),
  reason: text(2_000).meta(
    hint({ title: 'Reason', description: 'What the weighing does not see; the record keeps both', input: 'long-text' }),
  ),
  dueAt: moment.optional().meta(
    hint({
      title: 'Until',
      description: 'Required with a level, 30 days ahead at most. It ends by itself',
      input: 'moment',
    }),
  ),
  breachAllTheSame: z
    .boolean()
    .optional()
    .meta(
      hint({ title: 'Let clocks run out', description: 'Although some would run out at once; they are listed before' }),
    ),
});

/** A parsed override of the priority. */
export type OverridePriorityBody = z.infer<typeof overridePrioritySchema>;
