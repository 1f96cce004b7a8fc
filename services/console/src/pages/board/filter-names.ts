import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AccountView } from '../../../../api/views/account.schema';
import { keys } from '../../api/keys';
import { usePeople } from '../../api/people';
import { request, withQuery } from '../../api/request';
import type { QueryNames } from './query-text';

/** An account as the directory lists it. */
export interface NamedAccount {
  id: string;
  name: string;
}

const NAMES = ['account-names'] as const;
const FOUND = 20;

/** Accounts whose name begins so. */
export function useAccountsLike(q: string): readonly NamedAccount[] | undefined {
  return useQuery({
    queryKey: [...keys.accounts(q), 'names'],
    queryFn: ({ signal }) => findAccounts(q, signal),
    staleTime: 60_000,
  }).data;
}

/** The name of an account that an address names; null while it is not known, or where one may not see it. */
export function useAccountName(id: string): string | null {
  return (
    useQuery({
      queryKey: [...NAMES, id],
      queryFn: async ({ signal }) =>
        (await request<AccountView>(`/v1/accounts/${encodeURIComponent(id)}`, { signal })).account.name,
      staleTime: Infinity,
    }).data ?? null
  );
}

/** Remembers the name of an account that was just chosen or found. */
export function useRememberAccount(): (account: NamedAccount) => void {
  const client = useQueryClient();
  return ({ id, name }) => client.setQueryData([...NAMES, id], name);
}

/** Looks an account up by its whole name, case and spaces folded; null where there is none. */
export async function accountCalled(name: string): Promise<NamedAccount | null> {
  const found = await findAccounts(name);
  return found.find((account) => folded(account.name) === folded(name)) ?? null;
}

/** The names that a typed query may use: of everybody, and of the accounts that this page has come across. */
export function useQueryNames(): QueryNames {
  const people = usePeople();
  const client = useQueryClient();
  return useMemo(
    () => ({
      personId: (text) =>
        people.find(({ id, name }) => id === text || folded(name) === folded(text))?.id ??
        (people.length === 0 ? text : null),
      accountId: (text) => {
        const known = client.getQueriesData<string>({ queryKey: NAMES });
        return (
          known
            .map(([key, name]) => ({ id: String(key[1]), name }))
            .find(({ id, name }) => id === text || folded(name ?? '') === folded(text))?.id ?? null
        );
      },
      accountName: (id) => client.getQueryData<string>([...NAMES, id]) ?? null,
    }),
    [people, client],
  );
}

async function findAccounts(q: string, signal?: AbortSignal): Promise<NamedAccount[]> {
  const { items } = await request<{ items: NamedAccount[] }>(withQuery('/v1/accounts', { q, limit: FOUND }), {
    signal,
  });
  return items;
}

function folded(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
