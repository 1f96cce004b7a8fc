import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import type { Escalation } from '../../../domain/escalation/state';
import { readAll, readTimeline } from '../../shared/store/journal';
import { requireEscalation } from '../escalations';
import { endpoint, ok, type Answer, type AnyEndpoint } from '../http/endpoint';
import { pageLimit } from '../views/query.schema';
import { timelinePageSchema, type TimelineItem } from '../views/timeline.schema';
import { timelineItem } from '../views/timeline-view';

const query = z.strictObject({
  limit: pageLimit(1_000, 200),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/, 'must be the nextCursor of a page before')
    .optional(),
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
  description: '`format=csv` exports all of it as a file that no spreadsheet takes for formulas.',
  params: { id: 'Its id or its ref' },
  query,
  answers: {
    200: { description: 'A page, or the whole as CSV.', schema: timelinePageSchema, contents: [{ type: 'text/csv' }] },
  },
  problems: ['not-found'],
  handle: async ({ deps, params, query: { limit, cursor, format }, caller }) => {
    const { state } = await requireEscalation(deps, params.id ?? '', caller.person);
    const nameOf = (id: string) => state.people[id]?.name ?? id;
    if (format === 'csv') {
      const events = await readAll(deps.database, state.id);
      return csv(
        state,
        events.map((event) => timelineItem(event, event.recordedAt, nameOf)),
      );
    }
    const page = await readTimeline(deps.database, state.id, { afterSeq: Number(cursor ?? 0), limit });
    return ok({
      items: page.items.map((event) => timelineItem(event, event.recordedAt, nameOf)),
      nextCursor: page.nextAfterSeq === null ? null : String(page.nextAfterSeq),
    });
  },
});

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
