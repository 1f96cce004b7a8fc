import { z } from 'zod';
import { mayStillSponsor } from '../../../domain/escalation/team/may-still-sponsor';
import { FACINGS } from '../../../domain/escalation/team/team';
import { TIERS } from '../../../domain/intake';
import { moneySchema } from '../../../domain/money.schema';
import { day, identifier, line } from '../../../domain/text.schema';
import { foldName, listAccounts, upsertAccounts, type GivenAccount } from '../../shared/store/accounts';
import { excerpt } from '../../shared/store/people';
import type { ApiDeps } from '../deps';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { requirePermission } from '../http/require';
import { Problem } from '../problems/problem';
import { moneyView, orNull, pageOf } from '../views/common.schema';
import { pageCursor, pageLimit, queryText } from '../views/query.schema';

const sponsorView = z.object({ personId: z.string(), facing: z.enum(FACINGS) }).meta({ id: 'AccountSponsor' });

const accountSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    tier: z.enum(TIERS).nullable(),
    arr: orNull(moneyView),
    customerSince: z.iso.date().nullable(),
    csmId: z.string().nullable(),
    sponsor: orNull(sponsorView).describe('Its own executive sponsor, for what it raises'),
  })
  .meta({ id: 'Account' });

const upsertSchema = z.strictObject({
  accounts: z
    .array(
      z.strictObject({
        name: line(300).describe('Known by its name, case and spaces folded'),
        tier: z.enum(TIERS).optional(),
        arr: moneySchema.optional(),
        customerSince: day.optional(),
        csmId: identifier.optional(),
        sponsor: z
          .strictObject({ personId: identifier, facing: z.enum(FACINGS).default('inside') })
          .optional()
          .describe('An executive or a VP; `name-sponsor` with `standing` names one, too'),
      }),
    )
    .min(1)
    .max(1_000),
});

const upsertedSchema = z
  .object({ created: z.int(), updated: z.int(), unchanged: z.int() })
  .meta({ id: 'AccountsUpsert' });

/** The customers' companies. */
export const accountEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    id: 'listAccounts',
    method: 'get',
    path: '/v1/accounts',
    tag: 'Directory',
    summary: 'List accounts, by name',
    query: z.strictObject({
      q: queryText(300).optional().describe('The beginning of a name'),
      limit: pageLimit(1_000, 200),
      cursor: pageCursor,
    }),
    answers: { 200: { description: 'A page.', schema: pageOf(accountSchema).meta({ id: 'AccountPage' }) } },
    problems: [],
    handle: async ({ deps, query: { q, limit, cursor } }) => {
      const accounts = await listAccounts(deps.database, { q, limit: limit + 1, afterName: cursor && opened(cursor) });
      const items = accounts.slice(0, limit);
      const last = accounts.length > limit ? items.at(-1) : undefined;
      return ok({ items, nextCursor: last ? sealed(last.name) : null });
    },
  }),
  endpoint({
    id: 'upsertAccounts',
    method: 'post',
    path: '/v1/accounts',
    tag: 'Directory',
    summary: 'Write accounts (admin)',
    description: 'New ones are added, of known ones what is said is changed; the same list again changes nothing.',
    body: upsertSchema,
    answers: { 200: { description: 'What was written.', schema: upsertedSchema } },
    problems: ['not-allowed', 'unknown-person', 'not-eligible'],
    idempotent: true,
    handle: async ({ deps, body: { accounts }, caller }) => {
      requirePermission(caller, 'keep-directory');
      await requireCsms(deps, accounts);
      await requireSponsors(deps, accounts);
      return ok(await upsertAccounts(deps.database, accounts));
    },
  }),
];

async function requireCsms(deps: ApiDeps, accounts: readonly GivenAccount[]): Promise<void> {
  const { people } = await excerpt(
    deps.database,
    accounts.flatMap(({ csmId }) => csmId ?? []),
  );
  const known = new Map(people.map((person) => [person.id, person]));
  const wrong = accounts.flatMap(({ csmId }, index) => {
    const roles = csmId ? known.get(csmId)?.roles : ['csm'];
    return roles?.some((role) => role === 'csm') ? [] : [{ unknown: !roles, pointer: `#/accounts/${index}/csmId` }];
  });
  if (wrong.length === 0) return;
  const errors = wrong.map(({ unknown, pointer }) => ({
    pointer,
    detail: unknown ? 'unknown person' : 'needs the role csm',
  }));
  const slug = wrong.some(({ unknown }) => unknown) ? 'unknown-person' : 'not-eligible';
  throw new Problem(slug, 'Some accounts name a CSM who is none.', { errors });
}

async function requireSponsors(deps: ApiDeps, accounts: readonly GivenAccount[]): Promise<void> {
  const ids = accounts.flatMap(({ sponsor }) => sponsor?.personId ?? []);
  if (ids.length === 0) return;
  const { people } = await excerpt(deps.database, ids);
  const errors = accounts.flatMap(({ sponsor }, index) =>
    !sponsor || mayStillSponsor(sponsor, people, Date.now())
      ? []
      : [{ pointer: `#/accounts/${index}/sponsor/personId`, detail: 'needs the role executive or vp' }],
  );
  if (errors.length > 0) throw new Problem('not-eligible', 'Some accounts name a sponsor who is none.', { errors });
}

const sealed = (name: string) => Buffer.from(foldName(name)).toString('base64url');
const opened = (cursor: string) => Buffer.from(cursor, 'base64url').toString();
