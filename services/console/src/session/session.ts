import { queryOptions, useQuery } from '@tanstack/react-query';
import type { SessionView } from '../../../api/views/session.schema';
import { keys } from '../api/keys';
import { announceSessionEnded, request } from '../api/request';

/** Who is signed in; once that is somebody, the page stays theirs until they leave it: nothing typed goes with a session. */
export const sessionQuery = queryOptions({
  queryKey: keys.session(),
  queryFn: async ({ client, signal }) => {
    const session = await request<SessionView>('/v1/session', { signal });
    const known = client.getQueryData<SessionView>(keys.session());
    if (session.person || !known?.person) return session;
    announceSessionEnded();
    return known;
  },
  staleTime: 5 * 60_000,
});

/** Who is signed in; undefined until the server has said so. */
export function useSession(): SessionView | undefined {
  return useQuery(sessionQuery).data;
}

/** The person who is signed in. Only inside the shell, which shows nothing to others. */
export function useMyself(): NonNullable<SessionView['person']> {
  const person = useSession()?.person;
  if (!person) throw new Error('nobody is signed in');
  return person;
}

/** Where to sign in so that one comes back to this very view. */
export function signInAddress(session: SessionView | undefined): string {
  const here = window.location.pathname + window.location.search + window.location.hash;
  return `${session?.signInUrl ?? '/auth/sign-in'}?return=${encodeURIComponent(here)}`;
}

/** Ends the session on the server, and goes where the identity provider wants to be told of it. */
export async function signOut(): Promise<void> {
  const { redirectTo } = await request<{ redirectTo: string }>('/auth/sign-out', { method: 'POST' });
  window.location.assign(redirectTo);
}
