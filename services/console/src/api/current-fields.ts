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
    const { items } = await request<{ items: PolicyView[] }>('/v1/policies', { signal });
    const fields = items.find(({ current }) => current)?.policy.fields;
    return Array.isArray(fields) ? (fields as AskedField[]) : [];
  },
});
