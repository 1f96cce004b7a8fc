import { queryOptions } from '@tanstack/react-query';
import type { PolicyView } from '../../../api/views/policy.schema';
import type { AskedField } from '../forms/custom-fields';
import { keys } from './keys';
import { request } from './request';

/** What the policy of today wants to know of an escalation besides. */
export const currentFieldsQuery = queryOptions({
  queryKey: keys.currentFields(),
  staleTime: 10 * 60_000,
  queryFn: async ({ signal }) => {
    const { policy } = await request<PolicyView>('/v1/policies/current', { signal });
    const { fields } = policy;
    return Array.isArray(fields) ? (fields as AskedField[]) : [];
  },
});
