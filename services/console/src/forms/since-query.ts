import { queryOptions } from '@tanstack/react-query';
import type { EscalationView } from '../../../api/views/escalation.schema';
import type { TimelineItem } from '../../../api/views/timeline.schema';
import { request, withQuery } from '../api/request';

/** So much of what happened meanwhile is looked at. */
const MOST = 100;

/** What only follows from what somebody did. */
const FOLLOWS = /^(clock|chain|notification|people|message|customer)\./;

/** What people have done to an escalation since a form was begun. */
export function sinceQuery({ id, seq }: EscalationView, beganSeq: number) {
  return queryOptions({
    queryKey: ['since', id, beganSeq, seq],
    queryFn: async ({ signal }) => {
      const address = withQuery(`/v1/escalations/${id}/timeline`, { after_seq: beganSeq, order: 'asc', limit: MOST });
      const { items } = await request<{ items: TimelineItem[] }>(address, { signal });
      return items.filter(({ actor, type }) => actor !== null && !FOLLOWS.test(type));
    },
    enabled: seq > beganSeq,
    staleTime: Infinity,
    gcTime: 60_000,
  });
}

/** The texts that an event or a form holds: what somebody has written, not what was told because of it. */
export function writtenTexts(data: unknown, name = ''): { name: string; text: string }[] {
  if (typeof data === 'string') return /\s/.test(data.trim()) ? [{ name, text: data }] : [];
  if (typeof data !== 'object' || data === null || name === 'notices') return [];
  return Object.entries(data).flatMap(([key, value]) => writtenTexts(value, key));
}
