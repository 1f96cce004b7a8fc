import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { keys } from '../../api/keys';
import { request, withQuery } from '../../api/request';

const PAGE = 50;

/** A notice to me. */
export interface Notice {
  id: string;
  ref: string;
  summary: string;
  level: string;
  kind: string;
  via: 'mail' | 'inbox';
  subject: string;
  text: string;
  at: string;
  readAt: string | null;
}

interface InboxPage {
  items: Notice[];
  nextCursor: string | null;
  unread: number;
}

/** How many I have not read. */
export const unreadQuery = queryOptions({
  queryKey: keys.inbox({ unread: true, limit: 1 }),
  queryFn: ({ signal }) => request<InboxPage>('/v1/me/inbox?unread=true&limit=1', { signal }),
});

/** The notices, the newest first. */
export const inboxQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: keys.inbox({ unread, limit: PAGE }),
    queryFn: ({ signal, pageParam }) =>
      request<InboxPage>(withQuery('/v1/me/inbox', { unread, limit: PAGE, cursor: pageParam }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Marks notices as read, one after the other; the lists are read again afterwards. */
export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids) await request(`/v1/me/inbox/${encodeURIComponent(id)}/read`, { method: 'POST' });
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.inbox() }),
  });
}
