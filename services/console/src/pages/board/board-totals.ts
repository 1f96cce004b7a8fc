import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { TotalsView } from '../../../../api/views/totals.schema';
import { keys } from '../../api/keys';
import { request, withQuery } from '../../api/request';
import { useMomentStyle } from '../../time/moment';
import { apiFilters, withoutToggles, type BoardFilters } from './board-filters';
import type { BoardSearch } from './board-search';

/** How many of what the filters leave stand how. */
export function useTotals(filters: BoardFilters): UseQueryResult<TotalsView> {
  return useQuery({
    queryKey: keys.totals(filters),
    queryFn: ({ signal }) => request<TotalsView>(withQuery('/v1/totals', filters), { signal }),
    placeholderData: keepPreviousData,
  });
}

/** The same for the totals that filter: they stay as they are while one goes from one to the other. */
export function useToggleTotals(search: BoardSearch): TotalsView | undefined {
  const { timeZone } = useMomentStyle();
  return useTotals(apiFilters(withoutToggles(search), timeZone)).data;
}
