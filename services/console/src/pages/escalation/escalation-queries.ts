import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { EscalationItemView } from '../../../../api/views/escalation.schema';
import type { MessagesView } from '../../../../api/views/message.schema';
import type { TimelineItem } from '../../../../api/views/timeline.schema';
import { keys } from '../../api/keys';
import { request, withQuery } from '../../api/request';

const PAGE = 100;
/** So many of the newest events of its clocks are drawn at most. */
const MOST_MARKS = 1_000;
const MARKS = 'clock.,chain.,nobody.,reminder.,time.,owner.';

interface ChildrenView {
  count: number;
  items: EscalationItemView[];
}

interface TimelinePage {
  items: TimelineItem[];
  nextCursor: string | null;
}

const path = (ref: string, rest = '') => `/v1/escalations/${encodeURIComponent(ref)}${rest}`;

/** What its clocks did, oldest first: for the time axis, and for whether its time was moved. */
export const marksQuery = (ref: string) =>
  queryOptions({
    queryKey: [...keys.timeline(ref), 'marks'],
    queryFn: async ({ signal }) => {
      const query = { type: MARKS, order: 'desc', limit: MOST_MARKS };
      const page = await request<TimelinePage>(withQuery(path(ref, '/timeline'), query), { signal });
      return page.items.reverse();
    },
  });

/** Its timeline, page by page. */
export const timelineQuery = (ref: string, view: { type: string; order: 'asc' | 'desc' }) =>
  infiniteQueryOptions({
    queryKey: [...keys.timeline(ref), view],
    queryFn: ({ signal, pageParam: cursor }) =>
      request<TimelinePage>(withQuery(path(ref, '/timeline'), { ...view, limit: PAGE, cursor }), { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Its mails and notices, newest first, page by page. */
export const messagesQuery = (ref: string) =>
  infiniteQueryOptions({
    queryKey: keys.messages(ref),
    queryFn: ({ signal, pageParam: cursor }) =>
      request<MessagesView>(withQuery(path(ref, '/messages'), { limit: PAGE, cursor }), { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** The escalations under its umbrella, where each stands. */
export const childrenQuery = (ref: string) =>
  queryOptions({
    queryKey: keys.escalations({ under: ref }),
    queryFn: ({ signal }) => request<ChildrenView>(path(ref, '/children'), { signal }),
  });

/** Where its timeline is had as a file for spreadsheets. */
export function timelineFileAddress(ref: string): string {
  return withQuery(path(ref, '/timeline'), { format: 'csv' });
}
