import { z } from 'zod';
import { hint } from '../../field-hint';
import { messageSchema } from '../../message.schema';
import { MAY_OWN } from '../../people';
import { identifier } from '../../text.schema';

/** Intake: one named owner, and the personal acknowledgment. */
export const intakeSchema = z.strictObject({
  ownerId: identifier.meta(
    hint({
      title: 'Owner',
      description: 'The one person who owns this escalation: senior, available, never a queue',
      input: 'person',
      eligible: MAY_OWN,
    }),
  ),
  acknowledgment: messageSchema.meta(
    hint({
      title: 'Acknowledgment',
      description: 'Carries your name and title, takes responsibility, and names the owner where that is not you',
      input: 'message',
    }),
  ),
  sendAllTheSame: z
    .boolean()
    .optional()
    .meta(hint({ title: 'Send it all the same', description: 'Although it sounds impersonal; this is recorded' })),
});

/** A parsed intake. */
export type IntakeBody = z.infer<typeof intakeSchema>;
