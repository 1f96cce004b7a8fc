import { z } from 'zod';
import { listDemoMails } from '../../shared/store/demo-mails';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { momentView, pageOf } from '../views/common.schema';
import { iso } from '../views/moments';
import { pageLimit } from '../views/query.schema';

const mailSchema = z
  .object({
    messageId: z.string(),
    from: z.string(),
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    at: momentView,
  })
  .meta({ id: 'Mail' });

/** Demo only: what the embedded mail server took. */
export const mailboxEndpoint: AnyEndpoint = endpoint({
  id: 'getMailbox',
  method: 'get',
  path: '/v1/demo/mailbox',
  tag: 'Demo',
  summary: 'The mails that the embedded mail server took, newest first',
  query: z.strictObject({ limit: pageLimit(1_000, 200) }),
  answers: { 200: { description: 'The mails.', schema: pageOf(mailSchema).meta({ id: 'Mailbox' }) } },
  problems: [],
  handle: async ({ deps, query: { limit } }) => {
    const mails = await listDemoMails(deps.database, limit);
    return ok({ items: mails.map((mail) => ({ ...mail, at: iso(mail.at) })), nextCursor: null });
  },
});
