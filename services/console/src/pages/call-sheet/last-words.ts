import { queryOptions } from '@tanstack/react-query';
import type { MessageView, MessagesView } from '../../../../api/views/message.schema';
import { keys } from '../../api/keys';
import { request, withQuery } from '../../api/request';

/** So far back the last words are looked for, notices to us among them. */
const MOST = 200;

/** The newest messages of an escalation. */
export const newestMessagesQuery = (ref: string) =>
  queryOptions({
    queryKey: [...keys.messages(ref), 'newest'],
    queryFn: async ({ signal }) => {
      const path = `/v1/escalations/${encodeURIComponent(ref)}/messages`;
      const { items } = await request<MessagesView>(withQuery(path, { limit: MOST }), { signal });
      return items;
    },
  });

/** What each side said last; null where it said nothing. */
export function lastWords(messages: readonly MessageView[]): { ours: MessageView | null; theirs: MessageView | null } {
  const customer = messages.filter(({ audience }) => audience === 'customer');
  return {
    ours: customer.find(({ kind }) => kind !== 'from-customer') ?? null,
    theirs: customer.find(({ kind }) => kind === 'from-customer') ?? null,
  };
}
