import type { ReactNode } from 'react';
import { ErrorState } from '../../ui/states';

/** Why a list could not be read, with the way to try again; nothing where it could. */
export function ListProblem({ error, onRetry }: { error: unknown; onRetry: () => void }): ReactNode {
  return error ? <ErrorState error={error} onRetry={onRetry} /> : null;
}
