import { z } from 'zod';
import { markRead, readInbox, type InboxItem } from '../../shared/store/inbox';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { momentView, pageOf } from '../views/common.schema';
import { iso, isoOrNull } from '../views/moments';
import { pageCursor, pageLimit, queryFlag } from '../views/query.schema';

const noticeSchema = z
  .object({
    id: z.string(),
    escalationId: z.uuid(),
    ref: z.string(),
    summary: z.string().describe("The escalation's"),
    level: z.string(),
    kind: z.string(),
    via: z.enum(['mail', 'inbox']).describe('mail: it was mailed as well'),
    subject: z.string(),
    text: z.string(),
    clockIds: z.array(z.string()),
    at: momentView,
    readAt: momentView.nullable(),
  })
  .meta({ id: 'Notice' });

const inboxSchema = pageOf(noticeSchema).extend({ unread: z.int() }).meta({ id: 'Inbox' });

const markedSchema = z.object({ marked: z.int().describe('How many were new') });

/** My in-app inbox. */
export const inboxEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    id: 'getInbox',
    method: 'get',
    path: '/v1/me/inbox',
    tag: 'Me',
    summary: 'Notices to me, the newest first',
    query: z.strictObject({ unread: queryFlag, limit: pageLimit(200, 50), cursor: pageCursor }),
    answers: { 200: { description: 'A page, and how many are unread in all.', schema: inboxSchema } },
    problems: ['invalid-cursor'],
    handle: async ({ deps, query: { unread, ...page }, caller }) => {
      const inbox = await readInbox(deps.database, { ...page, unreadOnly: unread, personId: caller.person.id });
      return ok({ ...inbox, items: inbox.items.map(noticeView) });
    },
  }),
  endpoint({
    id: 'readNotice',
    method: 'post',
    path: '/v1/me/inbox/{noticeId}/read',
    tag: 'Me',
    summary: 'Mark a notice as read',
    params: { noticeId: 'Its id, URL-encoded' },
    answers: { 200: { description: 'It is read; what is not mine is passed over.', schema: markedSchema } },
    problems: [],
    idempotent: true,
    handle: async ({ deps, params: { noticeId = '' }, caller }) =>
      ok({ marked: await markRead(deps.database, caller.person.id, [noticeId]) }),
  }),
];

function noticeView({ noticeId, at, readAt, ...notice }: InboxItem): Record<string, unknown> {
  const subject = notice.text.includes(notice.ref) ? notice.text : `${notice.ref}: ${notice.text}`;
  return { id: noticeId, ...notice, subject, at: iso(at), readAt: isoOrNull(readAt) };
}
