import { z } from 'zod';
import { momentView, pageOf } from './common.schema';

const messageSchema = z
  .object({
    id: z.string(),
    seq: z.int().describe('The event of the timeline that it goes with'),
    at: momentView.describe("The escalation's own time at which it was written or said"),
    audience: z.enum(['customer', 'us']),
    kind: z
      .string()
      .describe('A step, a command such as `interim-update`, `to-customer`, `from-customer`, or the kind of a notice'),
    channel: z.enum(['mail', 'phone', 'meeting', 'social', 'inbox']),
    to: z.object({ id: z.string().nullable(), name: z.string().nullable(), address: z.string().nullable() }),
    subject: z.string().nullable(),
    text: z.string(),
    state: z
      .enum(['waiting', 'sent', 'failed', 'recorded'])
      .describe('`sent`: the mail server took it, or it stands in the inbox. `recorded`: it was said elsewhere'),
    settledAt: momentView.nullable(),
    failure: z.string().nullable().describe('Why it failed, or why it is late and still tried'),
  })
  .meta({ id: 'Message' });

/** A page of the messages of an escalation, the newest first. */
export const messagesSchema = pageOf(messageSchema).meta({ id: 'Messages' });

/** The JSON of a message. */
export type MessageView = z.infer<typeof messageSchema>;

/** The JSON of a page of messages. */
export type MessagesView = z.infer<typeof messagesSchema>;
