import { z } from 'zod';
import { contactChanges, readMessages } from '../../shared/store/messages';
import { requireEscalation } from '../escalations';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { messagesSchema } from '../views/message.schema';
import { messageView } from '../views/message-view';
import { pageCursor, pageLimit } from '../views/query.schema';

/** What was said in an escalation, to whom, and whether it arrived. */
export const messagesEndpoint: AnyEndpoint = endpoint({
  id: 'getMessages',
  method: 'get',
  path: '/v1/escalations/{id}/messages',
  tag: 'Escalations',
  summary: 'Every mail and notice with its delivery state, the newest first',
  params: { id: 'Its id or its ref' },
  query: z.strictObject({ limit: pageLimit(200, 50), cursor: pageCursor }),
  answers: { 200: { description: 'A page.', schema: messagesSchema } },
  problems: ['not-found', 'invalid-cursor'],
  handle: async ({ deps, params, query, caller: { person } }) => {
    const { state } = await requireEscalation(deps, params.id ?? '', person);
    const page = await readMessages(deps.database, { ...query, escalationId: state.id });
    const changes = await contactChanges(deps.database, state.id);
    return ok({ ...page, items: page.items.map((row) => messageView(state, row, changes)) });
  },
});
