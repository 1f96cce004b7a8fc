import { z } from 'zod';
import { hint } from '../../field-hint';
import { identifier, line, moment, text } from '../../text.schema';

/** Gives somebody a dated task. */
export const addTaskSchema = z.strictObject({
  text: text(1_000).meta(hint({ title: 'Task', description: 'What is to be done', input: 'long-text' })),
  personId: identifier.meta(
    hint({ title: 'Person', description: 'Who does it. They join the team, and are told by mail', input: 'person' }),
  ),
  dueAt: moment.meta(
    hint({
      title: 'By when',
      description: 'To come; at three quarters of the time they are reminded',
      input: 'moment',
    }),
  ),
  after: z
    .array(identifier)
    .max(50)
    .optional()
    .meta(hint({ title: 'After', description: 'The tasks that must be done before', input: 'tasks' })),
  role: line(100)
    .optional()
    .meta(hint({ title: 'Role', description: 'What they are here for, where they are not on the team yet' })),
});

/** A parsed add-task. */
export type AddTaskBody = z.infer<typeof addTaskSchema>;
