import { z } from 'zod';
import { hint } from '../../field-hint';
import { identifier, moment, text } from '../../text.schema';

/** Another person, another date, or another order. */
export const changeTaskSchema = z.strictObject({
  taskId: identifier.meta(hint({ title: 'Task', input: 'task' })),
  personId: identifier
    .optional()
    .meta(hint({ title: 'Person', description: 'Who does it from now on; left out: as before', input: 'person' })),
  dueAt: moment
    .optional()
    .meta(hint({ title: 'By when', description: 'To come; left out: as before', input: 'moment' })),
  after: z
    .array(identifier)
    .max(50)
    .optional()
    .meta(
      hint({ title: 'After', description: 'The tasks that must be done before; left out: as before', input: 'tasks' }),
    ),
  reason: text(2_000).meta(hint({ title: 'Reason', description: 'Stands on the timeline', input: 'long-text' })),
});

/** A parsed change-task. */
export type ChangeTaskBody = z.infer<typeof changeTaskSchema>;
