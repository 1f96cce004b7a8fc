import { comparePolicies } from '../../../../domain/policy/compare-policies';
import { namesOf } from '../../../shared/store/people';
import type { StoredPolicy } from '../../../shared/store/policies';
import { currentPolicy, findPolicy, listPolicies, shippedPolicy } from '../../../shared/store/policies';
import type { ApiDeps } from '../../deps';
import { endpoint, ok, type AnyEndpoint } from '../../http/endpoint';
import { notFound } from '../../problems/problem';
import { comparisonQuerySchema, comparisonSchema, policyPageSchema, policyViewSchema } from '../../views/policy.schema';
import { policyView, shownIn } from '../../views/policy-view';

const VERSION = /^[1-9]\d{0,6}$/;

const params = { version: 'Its number' };

/** The versions of the policy; each escalation keeps the one that it was raised under. */
export const policyEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    id: 'listPolicies',
    method: 'get',
    path: '/v1/policies',
    tag: 'Policies',
    summary: 'The policies, the newest first',
    answers: { 200: { description: 'All of them.', schema: policyPageSchema } },
    problems: [],
    handle: async ({ deps }) => {
      const stored = await listPolicies(deps.database);
      const known = stored.length > 0 ? stored : [await shippedPolicy(deps.database)];
      return ok({ items: await policyViews(deps, known), nextCursor: null });
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
      const [view] = await policyViews(deps, [await requirePolicy(deps, version)]);
      return ok(view);
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
  return requirePolicy(deps, String(version ?? (await currentPolicy(deps.database)).version));
}

async function requirePolicy({ database }: ApiDeps, version: string): Promise<StoredPolicy> {
  const found = VERSION.test(version) ? await findPolicy(database, Number(version)) : null;
  if (!found) throw notFound('version of the policy');
  return found;
}

async function policyViews({ database }: ApiDeps, stored: readonly StoredPolicy[]) {
  const { version } = await currentPolicy(database);
  const names = await namesOf(database, shownIn(...stored));
  return stored.map((one) => policyView(one, version, names));
}
