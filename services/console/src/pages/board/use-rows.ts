import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { rowsOf, rowsQuery, type Row, type RowsWanted } from './board-rows';
import { useDueMoments } from './use-due-moments';
import { useHeldRows, type SteadyRows } from './use-held-rows';

const NONE: readonly Row[] = [];

/** A list of rows as it is shown. */
export interface RowList extends SteadyRows {
  /** Nothing was read yet. */
  isPending: boolean;
  /** What is shown answers to the filters of a moment ago. */
  isOutdated: boolean;
  error: unknown;
  hasMore: boolean;
  isReading: boolean;
  readMore: () => void;
  retry: () => void;
}

/** The rows of a list, page by page, in a steady order while it is held. */
export function useRows(wanted: RowsWanted, held: boolean): RowList {
  const query = useInfiniteQuery({ ...rowsQuery(wanted), placeholderData: keepPreviousData });
  const { data, isPlaceholderData, isFetching } = query;
  const rows = useMemo(() => (data ? rowsOf(data) : NONE), [data]);
  useDueMoments(rows, wanted.filters);
  const wantedView = JSON.stringify(wanted);
  const [view, setView] = useState(wantedView);
  // What is shown keeps the name of the view that it answers to until the new view's own rows are there.
  if (!isPlaceholderData && view !== wantedView) setView(wantedView);
  const steady = useHeldRows(rows, isPlaceholderData ? view : wantedView, held);
  return {
    ...steady,
    isPending: query.isPending,
    isOutdated: isPlaceholderData,
    error: data ? null : query.error,
    hasMore: query.hasNextPage,
    isReading: isFetching,
    readMore: () => {
      if (query.hasNextPage && !isFetching) void query.fetchNextPage();
    },
    retry: () => void query.refetch(),
  };
}
