import { queryOptions } from '@tanstack/react-query';
import type { AccountView } from '../../../api/views/account.schema';
import { keys } from './keys';
import { request } from './request';

/** Everything that this person may see about a customer. */
export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: keys.account(id),
    queryFn: ({ signal }) => request<AccountView>(`/v1/accounts/${encodeURIComponent(id)}`, { signal }),
    enabled: id !== '',
  });
