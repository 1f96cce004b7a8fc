import { z } from 'zod';
import { hint } from '../../field-hint';
import { identifier, moment, text } from '../../text.schema';

/** What a promise to the customer says, wherever it is made. */
export const promiseShape = {
  text: text(1_000).meta(hint({ title: 'What is promised', description: 'As the customer would put it' })),
  dueAt: moment.meta(
    hint({
      title: 'By when',
      description: 'A date the customer can hold you to: it gets a clock of its own',
      input: 'moment',
    }),
  ),
  responsibleId: identifier.meta(
    hint({ title: 'Who keeps it', description: 'One person, reminded before the date', input: 'person' }),
  ),
  dependsOn: z
    .array(identifier)
    .max(20)
    .optional()
    .meta(
      hint({
        title: 'Depends on',
        description: 'The tasks that must be done before: a date before theirs is flagged',
        input: 'tasks',
      }),
    ),
  remedy: z
    .boolean()
    .optional()
    .meta(
      hint({
        title: 'It promises the remedy',
        description: 'It waits where the remedy is not allowed yet',
        input: 'flag',
      }),
    ),
};

/** Says that a promise goes out although it is dated before what it depends on. */
export const sendAllTheSame = z
  .boolean()
  .optional()
  .meta(
    hint({
      title: 'Promise it all the same',
      description: 'Although it is dated before the tasks that it depends on; this is recorded',
    }),
  );
