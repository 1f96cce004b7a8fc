import { z } from 'zod';
import { listEscalations } from '../../shared/store/escalations';
import { ESCALATION_SORTS } from '../../shared/store/escalation-orders';
import { filtersFor } from '../escalation-filters';
import { requireEscalation, viewFor } from '../escalations';
import { sendEscalationsCsv } from '../escalations-csv';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { itemViews } from '../listed-escalations';
import { escalationFilterShape } from '../views/escalation-filters.schema';
import { escalationPageSchema, escalationSchema } from '../views/escalation.schema';
import { pageCursor, pageLimit, queryFlag } from '../views/query.schema';

const query = z.strictObject({
  ...escalationFilterShape,
  sort: z
    .enum(ESCALATION_SORTS)
    .default('-raisedAt')
    .describe('`urgency`: what is overdue longest first, then what ends next, then what weighs more'),
  limit: pageLimit(200, 50),
  cursor: pageCursor,
  total: queryFlag,
  format: z.enum(['json', 'csv']).default('json'),
});

/** Lists, and one escalation. */
export const escalationEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    id: 'listEscalations',
    method: 'get',
    path: '/v1/escalations',
    tag: 'Escalations',
    summary: 'List the escalations that you may see',
    description:
      'Several values of a filter, repeated or separated by commas, mean any of them; `due_before`, `raised_from` and `raised_to` are ISO 8601; `total=true` also counts. `format=csv` exports all that match in this order, 50,000 at most, as a file that no spreadsheet takes for formulas.',
    query,
    answers: {
      200: {
        description: 'A page, or all as CSV.',
        schema: escalationPageSchema,
        contents: [{ type: 'text/csv' }],
      },
    },
    problems: ['invalid-cursor', 'too-many-rows'],
    handle: async ({ deps: { database }, res, query: { sort, limit, cursor, total, format, ...rest }, caller }) => {
      const filters = await filtersFor(database, rest, caller.person);
      if (format === 'csv') return sendEscalationsCsv(database, res, { ...filters, sort });
      const page = await listEscalations(database, { ...filters, sort, limit, cursor, withTotal: total === true });
      return ok({ ...page, items: await itemViews(database, page.items) });
    },
  }),
  endpoint({
    id: 'getEscalation',
    method: 'get',
    path: '/v1/escalations/{id}',
    tag: 'Escalations',
    summary: 'One escalation',
    params: { id: 'Its id or its ref' },
    answers: { 200: { description: 'The escalation, and what you may do next.', schema: escalationSchema } },
    problems: ['not-found'],
    handle: async ({ deps, params, caller }) =>
      ok(await viewFor(deps, await requireEscalation(deps, params.id ?? '', caller.person), caller.person)),
  }),
];
