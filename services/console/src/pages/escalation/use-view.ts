import { useNavigate, useSearch } from '@tanstack/react-router';
import type { EscalationSearch } from './escalation-search';

/** How this page is looked at: all of it stands in the address. */
export function useView(): EscalationSearch {
  return useSearch({ from: '/escalations/$ref' });
}

/** Changes some of it without moving the page; `push` where Back should undo it. */
export function useChangeView(): (change: Partial<EscalationSearch>, history?: 'push' | 'replace') => void {
  const navigate = useNavigate({ from: '/escalations/$ref' });
  return (change, history = 'replace') =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: history === 'replace', resetScroll: false });
}
