import { useElementScrollRestoration } from '@tanstack/react-router';
import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import type { TotalsView } from '../../../../api/views/totals.schema';
import { useShortcut } from '../../keyboard/shortcuts';
import { Skeleton } from '../../ui/states';
import { listColumns, listFeatures } from './list-columns';
import { ListHead } from './list-head';
import { ListProblem } from './list-problem';
import { ListRow } from './list-row';
import { useBoard } from './use-board';
import { useHold } from './use-hold';
import { useLiveRows } from './use-live-rows';
import { focusedRow, useRowKeys } from './use-row-keys';
import { useRows, type RowList } from './use-rows';
import { useSelection, type Selection } from './use-selection';
import { WaitingPill } from './waiting-pill';

const SelectionBar = lazy(async () => ({ default: (await import('./selection-bar')).SelectionBar }));

const PAGE_SIZE = 200;
const ROW_PX = 64;
const HEAD_PX = 44;
/** The next page is read when so many rows are left below. */
const READ_AHEAD = 100;
const SCROLLED_PX = 8;
const NAME = 'board-list';

/** Everything in one table, in whatever order; what is out of sight is not in the page. */
export function EscalationList({ totals, empty }: { totals: TotalsView | undefined; empty: ReactNode }): ReactNode {
  const { filters, sort } = useBoard();
  const { held, area } = useHold();
  const [scrolled, setScrolled] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const wanted = { filters, sort, pageSize: PAGE_SIZE };
  const list = useRows(wanted, held || scrolled);
  const selection = useSelection(list.rows);
  const keys = useRowKeys(false);
  useLiveRows({ wanted, stages: null });
  useShortcut({ keys: 'x', what: 'Select the escalation', group: 'This page' }, () => {
    const id = focusedRow()?.dataset.row;
    if (id) selection.press(id);
  });
  const show = () => {
    list.release();
    box.current?.scrollTo({ top: 0 });
    box.current?.focus();
  };
  return (
    <div
      ref={keys}
      {...area}
      className="relative flex min-h-0 flex-1 flex-col overflow-hidden rounded-xl border border-line bg-surface"
    >
      <WaitingPill waiting={list.waiting} onShow={show} />
      <div
        ref={box}
        tabIndex={-1}
        data-scroll-restoration-id={NAME}
        onScroll={({ currentTarget }) => setScrolled(currentTarget.scrollTop > SCROLLED_PX)}
        className="min-h-0 flex-1 overflow-auto outline-none"
      >
        <Rows {...{ list, selection, box }} total={totals?.total} />
        {list.isPending && !list.error && <RowSkeletons />}
        <ListProblem error={list.error} onRetry={list.retry} />
        {!list.isPending && !list.error && list.rows.length === 0 && empty}
      </div>
      {selection.rows.size > 0 && (
        <Suspense>
          <SelectionBar selection={selection} />
        </Suspense>
      )}
    </div>
  );
}

interface RowsProps {
  list: RowList;
  selection: Selection;
  box: { current: HTMLDivElement | null };
  total: number | undefined;
}

function Rows({ list, selection, box, total }: RowsProps): ReactNode {
  const { rows, hasMore, readMore } = list;
  const { q } = useBoard().search;
  const table = useTable({
    features: listFeatures,
    columns: listColumns,
    data: rows,
    getRowId: ({ id }) => id,
    meta: { q },
  });
  const tableRows = table.getRowModel().rows;
  const restored = useElementScrollRestoration({ id: NAME });
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoized by a compiler
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
    initialOffset: restored?.scrollY,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= rows.length - READ_AHEAD) readMore();
  });
  const some = rows.some(({ id }) => selection.rows.has(id));
  const selected = some && (rows.every(({ id }) => selection.rows.has(id)) || 'mixed');
  return (
    <table
      {...{ role: 'table', 'aria-label': 'Escalations', 'aria-rowcount': total === undefined ? -1 : total + 1 }}
      aria-busy={list.isOutdated || undefined}
      className="block w-full min-w-[58rem]"
      style={{ height: virtual.getTotalSize() + HEAD_PX }}
    >
      <ListHead selected={selected} onSelectAll={some ? selection.clear : selection.all} />
      <tbody role="rowgroup" className="relative block">
        {shown.map(({ index, start }) => {
          const row = tableRows[index];
          return (
            row && (
              <ListRow
                key={row.id}
                {...{ row, index, q, top: start, onSelect: selection.press }}
                selected={selection.rows.has(row.id)}
                gone={list.gone.has(row.id)}
                arrived={list.arrived.has(row.id)}
                changed={list.changed.has(row.id)}
              />
            )
          );
        })}
      </tbody>
    </table>
  );
}

function RowSkeletons(): ReactNode {
  return (
    <div role="status">
      <span className="sr-only">Loading …</span>
      {Array.from({ length: 8 }, (_, index) => (
        <div key={index} className="flex h-16 items-center gap-4 border-b border-line px-4">
          <Skeleton className="h-6 w-12" />
          <Skeleton className="h-5 flex-1" />
          <Skeleton className="h-5 w-32" />
          <Skeleton className="h-6 w-40" />
        </div>
      ))}
    </div>
  );
}
