import { z } from 'zod';
import { orNull } from './common.schema';
import { problemSchema } from './problem.schema';

/** What is to be tried: nothing of it is done. */
export const previewBodySchema = z.strictObject({
  kind: z.enum(['step', 'command']),
  name: z.string().min(1).max(100),
  body: z.record(z.string(), z.unknown()).default({}).describe('The body that the step or command would get'),
});

const previewMessageSchema = z
  .object({
    audience: z.enum(['customer', 'us']),
    channel: z.enum(['mail', 'inbox']),
    to: z.string().describe('A mail address; for the inbox the id of the person'),
    toName: z.string().nullable(),
    from: z.string().nullable().describe('As a mail program shows it; null for the inbox'),
    replyTo: z.string().nullable().describe('Where an answer goes, where that is somewhere else'),
    subject: z.string().nullable(),
    text: z.string(),
    attachments: z.array(z.string()),
  })
  .meta({ id: 'PreviewMessage' });

/** What would follow from a step or a command. */
export const previewSchema = z
  .object({
    refusal: orNull(problemSchema).describe('Why it would be refused; null where it would be taken'),
    messages: z.array(previewMessageSchema).describe('To the letter what would go out, those to the customer first'),
    follows: z.array(z.string()).describe('What would happen, in sentences; times in your own zone'),
  })
  .meta({ id: 'Preview' });

/** The JSON of a preview. */
export type PreviewView = z.infer<typeof previewSchema>;

/** One mail or notice that would go out. */
export type PreviewMessageView = z.infer<typeof previewMessageSchema>;
