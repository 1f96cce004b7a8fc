import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import type { Escalation } from '../../../domain/escalation/state';
import { readAll, readTimeline, type TimelineQuery } from '../../shared/store/journal';
import { requireEscalation } from '../escalations';
import { endpoint, ok, type Answer, type AnyEndpoint } from '../http/endpoint';
import { anyOf, pageLimit } from '../views/query.schema';
import { timelinePageSchema, type TimelineItem } from '../views/timeline.schema';
import { timelineItem } from '../views/timeline-view';

const SEQ = /^\d{1,9}$/;

const query = z.strictObject({
  type: anyOf(z.string().regex(/^[a-z][a-z.-]{0,60}$/, 'must be an event type, or the beginning of one')),
  order: z.enum(['asc', 'desc']).default('asc'),
  after_seq: z.string().regex(SEQ, 'must be the seq of an event').transform(Number).optional(),
  limit: pageLimit(1_000, 200),
  cursor: z.string().regex(SEQ, 'must be the nextCursor of a page before').transform(Number).optional(),
  format: z.enum(['json', 'csv']).default('json'),
});

const COLUMNS = ['seq', 'type', 'at', 'recordedAt', 'actorId', 'actor', 'summary', 'data'];

/** The timeline of an escalation, page by page or whole as CSV. */
export const timelineEndpoint: AnyEndpoint = endpoint({
  id: 'getTimeline',
  method: 'get',
  path: '/v1/escalations/{id}/timeline',
  tag: 'Escalations',
  summary: 'Everything that happened, oldest first',
  description:
    '`type` takes beginnings of event types, such as `clock,step.completed`; `order=desc` is the newest first; `after_seq` leaves out what came before. `format=csv` exports all of it as a file that no spreadsheet takes for formulas.',
  params: { id: 'Its id or its ref' },
  query,
  answers: {
    200: { description: 'A page, or the whole as CSV.', schema: timelinePageSchema, contents: [{ type: 'text/csv' }] },
  },
  problems: ['not-found'],
  handle: async ({ deps, params, query: { limit, cursor, format, ...asked }, caller }) => {
    const { state } = await requireEscalation(deps, params.id ?? '', caller.person);
    const nameOf = (id: string) => state.people[id]?.name ?? id;
    if (format === 'csv') {
      const events = await readAll(deps.database, state.id);
      return csv(
        state,
        events.map((event) => timelineItem(event, event.recordedAt, nameOf)),
      );
    }
    const page = await readTimeline(deps.database, state.id, { ...placeOf(asked, cursor), limit });
    return ok({
      items: page.items.map((event) => timelineItem(event, event.recordedAt, nameOf)),
      nextCursor: page.nextFromSeq === null ? null : String(page.nextFromSeq),
    });
  },
});

type Asked = Pick<z.output<typeof query>, 'type' | 'order' | 'after_seq'>;

/** Which events a page may hold; the cursor is where the page before ended, in the same order. */
function placeOf(
  { type, order, after_seq: afterSeq = 0 }: Asked,
  cursor: number | undefined,
): Omit<TimelineQuery, 'limit'> {
  const newestFirst = order === 'desc';
  const seqs = newestFirst ? { afterSeq, beforeSeq: cursor } : { afterSeq: Math.max(afterSeq, cursor ?? 0) };
  return { ...seqs, newestFirst, types: type };
}

function csv({ ref }: Escalation, items: readonly TimelineItem[]): Answer {
  const rows = items.map(({ seq, type, at, recordedAt, actor, summary, data }) => [
    ...[seq, type, at, recordedAt, actor?.id ?? '', actor?.name ?? 'Upstairs', summary],
    JSON.stringify(data),
  ]);
  return {
    status: 200,
    contentType: 'text/csv; charset=utf-8',
    headers: { 'Content-Disposition': `attachment; filename="${ref}-timeline.csv"` },
    body: stringify(rows, { header: true, columns: COLUMNS, escape_formulas: true, record_delimiter: 'windows' }),
  };
}
