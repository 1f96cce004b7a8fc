import { z } from 'zod';
import { identifier } from '../../../domain/text.schema';
import { directoryVersion, excerpt, listPeople, upsertPeople } from '../../shared/store/people';
import { sponsored } from '../../shared/store/sponsors';
import { holdsAny, MAY_OWN, type Role } from '../../../domain/people';
import type { ApiDeps } from '../deps';
import { departuresSaid, writeDepartures } from '../directory/leaving';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { requirePermission } from '../http/require';
import { Problem } from '../problems/problem';
import { pageOf, roleView } from '../views/common.schema';
import { personViews } from '../views/person-view';
import { personInputSchema, personSchema } from '../views/person.schema';
import { pageLimit } from '../views/query.schema';

const MOST_AT_ONCE = 1_000;

const upsertSchema = z.strictObject({ people: z.array(personInputSchema).min(1).max(MOST_AT_ONCE) });

const upsertedSchema = z
  .object({
    changed: z.int().describe('New, or other than before'),
    unchanged: z.int(),
    version: z.int().describe('Of the directory, after this'),
    warnings: z
      .array(z.object({ pointer: z.string(), detail: z.string() }))
      .describe('What was written all the same, but is probably a mistake'),
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
      const found = await listPeople(deps.database, { role, limit: limit + 1, afterId: cursor });
      const items = found.slice(0, limit);
      const load = await sponsored(
        deps.database,
        items.map(({ id }) => id),
      );
      const people = await personViews(deps.database, items, Date.now());
      const views = people.map((person) => ({ ...person, sponsoring: load.get(person.id) ?? 0 }));
      return ok({ items: views, nextCursor: found.length > limit ? items.at(-1)?.id : null });
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
    problems: ['not-allowed', 'unknown-person', 'not-now', 'invalid-content'],
    idempotent: true,
    handle: async ({ deps, body: { people }, caller }) => {
      requirePermission(caller, 'keep-directory');
      await requireManagers(deps, people);
      const departures = await departuresSaid(deps, caller.person, people);
      const { changed, version } = await upsertPeople(deps.database, people);
      await writeDepartures(deps, departures);
      const answer = { changed, unchanged: people.length - changed, warnings: warningsFor(people) };
      return ok({ ...answer, version: departures.length > 0 ? await directoryVersion(deps.database) : version });
    },
  }),
];

type PersonInput = z.infer<typeof personInputSchema>;

const NOBODY_ABOVE: readonly Role[] = ['vp', 'executive', 'admin'];

/** A chain ends with somebody who has no manager: right for the top, elsewhere a breach is heard of by nobody above. */
function warningsFor(people: readonly PersonInput[]): { pointer: string; detail: string }[] {
  return people.flatMap(({ name, roles, managerId }, index) =>
    managerId === null && holdsAny({ roles }, MAY_OWN) && !holdsAny({ roles }, NOBODY_ABOVE)
      ? [{ pointer: `#/people/${index}/managerId`, detail: `nobody is above ${name}: a chain ends there` }]
      : [],
  );
}

/** A manager whom nobody knows would end a chain in silence. */
async function requireManagers(deps: ApiDeps, people: readonly PersonInput[]): Promise<void> {
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
