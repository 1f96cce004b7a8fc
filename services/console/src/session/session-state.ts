import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SessionView } from '../../../api/views/session.schema';
import { keys } from '../api/keys';
import { onSessionEnded } from '../api/request';
import { sessionQuery } from './session';

/** What the shell knows of the session. */
export interface SessionState {
  session: SessionView | undefined;
  error: unknown;
  retry: () => void;
}

/** The session, asked of the server once and again when somebody comes back to the page. */
export function useSessionState(): SessionState {
  const { data, error, refetch } = useQuery(sessionQuery);
  return { session: data, error: data ? null : error, retry: () => void refetch() };
}

/** Whether the session ended while the page was open: the page stays as it is, so that nothing typed is lost. */
export function useSessionEnded(): boolean {
  const client = useQueryClient();
  const [ended, setEnded] = useState(false);
  useEffect(
    () =>
      onSessionEnded(() => {
        if (client.getQueryData<SessionView>(keys.session())?.person) setEnded(true);
      }),
    [client],
  );
  return ended;
}
