import { z } from 'zod';
import { currentPolicy, listPolicies } from '../../shared/store/policies';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { momentView, pageOf } from '../views/common.schema';
import { jsonView } from '../views/json-view';
import { isoOrNull } from '../views/moments';

const policySchema = z
  .object({
    version: z.int(),
    current: z.boolean().describe('New escalations are raised under it'),
    createdAt: momentView.nullable().describe('null: the policy as shipped'),
    policy: z.record(z.string(), z.unknown()).describe('Its numbers; lengths of time as ISO 8601 durations'),
  })
  .meta({ id: 'Policy' });

/** The policies; each escalation keeps the one that it was raised under. */
export const policiesEndpoint: AnyEndpoint = endpoint({
  id: 'listPolicies',
  method: 'get',
  path: '/v1/policies',
  tag: 'Directory',
  summary: 'The policies, the newest first',
  answers: { 200: { description: 'All of them.', schema: pageOf(policySchema).meta({ id: 'PolicyPage' }) } },
  problems: [],
  handle: async ({ deps }) => {
    const stored = await listPolicies(deps.database);
    const known = stored.length > 0 ? stored : [{ policy: await currentPolicy(deps.database), createdAt: null }];
    const items = known.map(({ policy, createdAt }, index) => ({
      version: policy.version,
      current: index === 0,
      createdAt: isoOrNull(createdAt),
      policy: jsonView(policy),
    }));
    return ok({ items, nextCursor: null });
  },
});
