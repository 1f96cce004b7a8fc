import { z } from 'zod';
import { DOORS } from '../../../domain/intake';
import { LEVELS } from '../../../domain/priority';
import { ROOT_CAUSES } from '../../../domain/root-cause';
import { identifier } from '../../../domain/text.schema';
import { ESCALATION_SORTS, listEscalations } from '../../shared/store/escalations';
import { clocksOf } from '../../shared/store/listed-clocks';
import { requireEscalation, viewFor } from '../escalations';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { escalationItemView } from '../views/escalation-item-view';
import { escalationPageSchema, escalationSchema, statusView } from '../views/escalation.schema';
import { anyOf, pageCursor, pageLimit, queryFlag, queryMoment, queryText } from '../views/query.schema';

const filters = z.strictObject({
  status: anyOf(statusView),
  stage: anyOf(identifier),
  ownerId: anyOf(identifier),
  accountId: anyOf(identifier),
  level: anyOf(z.enum(LEVELS)),
  door: anyOf(z.enum(DOORS)),
  rootCause: anyOf(z.enum(ROOT_CAUSES)),
  breached: queryFlag,
  due_before: queryMoment,
  raised_from: queryMoment,
  raised_to: queryMoment,
  q: queryText(300).optional(),
  sort: z.enum(ESCALATION_SORTS).default('-raisedAt'),
  limit: pageLimit(200, 50),
  cursor: pageCursor,
  total: queryFlag,
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
      'Several values of a filter, repeated or separated by commas, mean any of them; `due_before`, `raised_from` and `raised_to` are ISO 8601; `total=true` also counts.',
    query: filters,
    answers: { 200: { description: 'A page.', schema: escalationPageSchema } },
    problems: ['invalid-cursor'],
    handle: async ({ deps, query, caller }) => {
      const { due_before: dueBefore, raised_from: raisedFrom, raised_to: raisedTo, total, ...rest } = query;
      const page = await listEscalations(deps.database, {
        ...rest,
        ...{ dueBefore, raisedFrom, raisedTo },
        withTotal: total === true,
        visibleTo: caller.person,
      });
      const clocks = await clocksOf(
        deps.database,
        page.items.map(({ id }) => id),
      );
      return ok({ ...page, items: page.items.map((row) => escalationItemView(row, clocks.get(row.id) ?? [])) });
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
      ok(viewFor(await requireEscalation(deps, params.id ?? '', caller.person), caller.person)),
  }),
];
