import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useMomentStyle } from '../../time/moment';
import { apiFilters, type BoardFilters } from './board-filters';
import type { BoardSearch, BoardSort } from './board-search';

/** What the board shows, as the address says it. */
export interface BoardView {
  search: BoardSearch;
  filters: BoardFilters;
  sort: BoardSort;
  layout: 'stages' | 'list';
}

/** What the board shows. */
export function useBoard(): BoardView {
  const search = useSearch({ from: '/board' });
  const { timeZone } = useMomentStyle();
  return useMemo(
    () => ({
      search,
      filters: apiFilters(search, timeZone),
      sort: search.sort ?? 'urgency',
      layout: search.layout ?? 'stages',
    }),
    [search, timeZone],
  );
}

/** Goes to another view of the board; `replace` where Back should not come to what is on screen now. */
export function useGoTo(): (search: BoardSearch, history?: 'push' | 'replace') => void {
  const navigate = useNavigate();
  return (search, history = 'push') =>
    void navigate({ to: '/board', search, replace: history === 'replace', resetScroll: false });
}
