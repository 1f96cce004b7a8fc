import { z } from 'zod';
import { messageSchema } from '../../message.schema';
import { identifier } from '../../text.schema';

/** Intake: one named owner, and the personal acknowledgment. */
export const intakeSchema = z.strictObject({
  ownerId: identifier.describe('The one person who owns this escalation'),
  acknowledgment: messageSchema.describe("Carries the signer's name and title, and the owner's name"),
  sendAllTheSame: z.boolean().optional().describe('Send although it sounds impersonal; recorded'),
});

/** A parsed intake. */
export type IntakeBody = z.infer<typeof intakeSchema>;
