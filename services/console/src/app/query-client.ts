import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/problem';

const FRESH_MS = 30_000;
const KEPT_MS = 15 * 60_000;
const ATTEMPTS = 3;

/** What was read from the API, for as long as it is fresh; `live/` throws away earlier what an event has changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      gcTime: KEPT_MS,
      // A refusal stays one, however often one asks.
      retry: (failures, error) => failures < ATTEMPTS && !(error instanceof ApiProblem && error.status < 500),
    },
    mutations: { retry: false },
  },
});
