import { z } from 'zod';
import { hint } from '../../field-hint';
import { identifier, moment, text } from '../../text.schema';

/** A task is done. */
export const completeTaskSchema = z.strictObject({
  taskId: identifier.meta(hint({ title: 'Task', input: 'task' })),
  note: text(2_000)
    .optional()
    .meta(hint({ title: 'Note', description: 'What came of it', input: 'long-text' })),
  occurredAt: moment
    .optional()
    .meta(hint({ title: 'When it was done', description: 'Not in the future; left out: now', input: 'moment' })),
});

/** A parsed complete-task. */
export type CompleteTaskBody = z.infer<typeof completeTaskSchema>;
