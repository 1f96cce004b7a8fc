import { z } from 'zod';
import { hint } from '../../field-hint';
import { identifier, text } from '../../text.schema';

/** A task is not needed any more. */
export const dropTaskSchema = z.strictObject({
  taskId: identifier.meta(hint({ title: 'Task', input: 'task' })),
  reason: text(2_000).meta(hint({ title: 'Reason', description: 'Why nobody does it', input: 'long-text' })),
});

/** A parsed drop-task. */
export type DropTaskBody = z.infer<typeof dropTaskSchema>;
