import { z } from 'zod';
import { comparePolicies } from '../../../../domain/policy/compare-policies';
import { namesOf } from '../../../shared/store/people';
import type { ListedPolicy, StoredPolicy } from '../../../shared/store/policies';
import { currentPolicy, findPolicy, listPolicies } from '../../../shared/store/policies';
import type { ApiDeps } from '../../deps';
import { endpoint, ok, type AnyEndpoint } from '../../http/endpoint';
import { notFound } from '../../problems/problem';
import { comparisonQuerySchema, comparisonSchema, policyPageSchema, policyViewSchema } from '../../views/policy.schema';
import { policyView, shownIn } from '../../views/policy-view';
import { pageCursor, pageLimit } from '../../views/query.schema';

const VERSION = /^[1-9]\d{0,6}$/;

/** In the place of a number: the version that new escalations are raised under. */
const CURRENT = 'current';

const params = { version: 'Its number, or `current`' };

/** The versions of the policy; each escalation keeps the one that it was raised under. */
export const policyEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    id: 'listPolicies',
    method: 'get',
    path: '/v1/policies',
    tag: 'Policies',
    summary: 'The versions of the policy, the newest first',
    description: 'Without what they say: `GET /v1/policies/{version}` gives one of them whole.',
    query: z.strictObject({ limit: pageLimit(200, 50), cursor: pageCursor }),
    answers: { 200: { description: 'A page.', schema: policyPageSchema } },
    problems: [],
    handle: async ({ deps, query }) => {
      const { items, nextCursor } = await listPolicies(deps.database, query);
      return ok({ items: await policyViews(deps, items), nextCursor });
    },
  }),
  endpoint({
    id: 'getPolicy',
    method: 'get',
    path: '/v1/policies/{version}',
    tag: 'Policies',
    summary: 'One version of the policy',
    params,
    answers: { 200: { description: 'The version.', schema: policyViewSchema } },
    problems: ['not-found'],
    handle: async ({ deps, params: { version = '' } }) => {
      const stored = await requirePolicy(deps, version);
      const [view] = await policyViews(deps, [stored]);
      return ok({ ...view, policy: stored.document });
    },
  }),
  endpoint({
    id: 'comparePolicy',
    method: 'get',
    path: '/v1/policies/{version}/comparison',
    tag: 'Policies',
    summary: 'What a version says differently from another one',
    params,
    query: comparisonQuerySchema,
    answers: { 200: { description: 'Each difference, in words.', schema: comparisonSchema } },
    problems: ['not-found'],
    handle: async ({ deps, params: { version = '' }, query }) => {
      const { document } = await requirePolicy(deps, version);
      const from = await comparedWith(deps, query.version);
      return ok({ from: from.policy.version, differences: comparePolicies(from.document, document) });
    },
  }),
];

/** The version that something is compared with: the one named, or the present one. */
export async function comparedWith(deps: ApiDeps, version: number | undefined): Promise<StoredPolicy> {
  return requirePolicy(deps, String(version ?? CURRENT));
}

async function requirePolicy({ database }: ApiDeps, version: string): Promise<StoredPolicy> {
  const number = version === CURRENT ? (await currentPolicy(database)).version : Number(version);
  const found = version === CURRENT || VERSION.test(version) ? await findPolicy(database, number) : null;
  if (!found) throw notFound('version of the policy');
  return found;
}

async function policyViews({ database }: ApiDeps, listed: readonly ListedPolicy[]) {
  const { version } = await currentPolicy(database);
  const names = await namesOf(database, shownIn(...listed));
  return listed.map((one) => policyView(one, version, names));
}
