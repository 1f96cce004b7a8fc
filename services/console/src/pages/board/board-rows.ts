import { infiniteQueryOptions } from '@tanstack/react-query';
import type { EscalationItemView } from '../../../../api/views/escalation.schema';
import { keys } from '../../api/keys';
import { request, withQuery } from '../../api/request';
import type { Told } from '../../time/own-now';
import type { BoardFilters } from './board-filters';
import type { BoardSort } from './board-search';

/** An escalation on the board. */
export type Row = EscalationItemView & Told;

/** A page of them, as the API gives it. */
export interface RowPage {
  items: Row[];
  nextCursor: string | null;
}

/** What a list of rows shows: its filters, its order, and how many a page has. */
export interface RowsWanted {
  filters: BoardFilters;
  sort: BoardSort;
  pageSize: number;
}

/** The rows of a list, page by page. */
export function rowsQuery({ filters, sort, pageSize }: RowsWanted) {
  const query = { ...filters, sort, limit: pageSize };
  return infiniteQueryOptions({
    queryKey: keys.board(query),
    queryFn: ({ pageParam, signal }) =>
      request<RowPage>(withQuery('/v1/escalations', { ...query, cursor: pageParam }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    // While nobody looks at the board, events change nothing here.
    refetchOnMount: 'always',
  });
}

/** All rows that were read, each once: one that moved while pages were read may stand on two of them. */
export function rowsOf(data: { readonly pages: readonly RowPage[] }): Row[] {
  const seen = new Set<string>();
  return data.pages.flatMap(({ items }) =>
    items.filter(({ id }) => {
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    }),
  );
}
