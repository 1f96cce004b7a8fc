import { z } from 'zod';
import { identifier } from '../../../domain/text.schema';
import { excerpt, listPeople, upsertPeople, type PersonFacts } from '../../shared/store/people';
import type { ApiDeps } from '../deps';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { requirePermission } from '../http/require';
import { Problem } from '../problems/problem';
import { pageOf, roleView } from '../views/common.schema';
import { personInputSchema, personSchema, personView } from '../views/person.schema';
import { pageLimit } from '../views/query.schema';

const MOST_AT_ONCE = 1_000;

const upsertSchema = z.strictObject({ people: z.array(personInputSchema).min(1).max(MOST_AT_ONCE) });

const upsertedSchema = z
  .object({
    changed: z.int().describe('New, or other than before'),
    unchanged: z.int(),
    version: z.int().describe('Of the directory, after this'),
  })
  .meta({ id: 'PeopleUpsert' });

/** The directory of people. */
export const peopleEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    id: 'listPeople',
    method: 'get',
    path: '/v1/people',
    tag: 'Directory',
    summary: 'List people, by id',
    query: z.strictObject({ role: roleView.optional(), limit: pageLimit(1_000, 200), cursor: identifier.optional() }),
    answers: { 200: { description: 'A page.', schema: pageOf(personSchema).meta({ id: 'PeoplePage' }) } },
    problems: [],
    handle: async ({ deps, query: { role, limit, cursor } }) => {
      const people = await listPeople(deps.database, { role, limit: limit + 1, afterId: cursor });
      const items = people.slice(0, limit);
      return ok({ items: items.map(personView), nextCursor: people.length > limit ? items.at(-1)?.id : null });
    },
  }),
  endpoint({
    id: 'upsertPeople',
    method: 'post',
    path: '/v1/people',
    tag: 'Directory',
    summary: 'Write people into the directory (admin)',
    description: 'New people are added, known ones are changed; the same list again changes nothing.',
    body: upsertSchema,
    answers: { 200: { description: 'What was written.', schema: upsertedSchema } },
    problems: ['not-allowed', 'unknown-person'],
    idempotent: true,
    handle: async ({ deps, body: { people }, caller }) => {
      requirePermission(caller, 'keep-directory');
      await requireManagers(deps, people);
      const { changed, version } = await upsertPeople(deps.database, people);
      return ok({ changed, unchanged: people.length - changed, version });
    },
  }),
];

/** A manager whom nobody knows would end a chain in silence. */
async function requireManagers(deps: ApiDeps, people: readonly PersonFacts[]): Promise<void> {
  const written = new Set(people.map(({ id }) => id));
  const elsewhere = people.flatMap(({ managerId }) => (managerId && !written.has(managerId) ? [managerId] : []));
  const known = new Set((await excerpt(deps.database, elsewhere)).people.map(({ id }) => id));
  const errors = people.flatMap(({ managerId }, index) =>
    managerId && !written.has(managerId) && !known.has(managerId)
      ? [{ pointer: `#/people/${index}/managerId`, detail: 'unknown person' }]
      : [],
  );
  if (errors.length > 0) throw new Problem('unknown-person', 'Some managers are not in the directory.', { errors });
}
