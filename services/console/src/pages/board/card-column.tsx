import { useVirtualizer } from '@tanstack/react-virtual';
import { useElementScrollRestoration } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Skeleton } from '../../ui/states';
import type { RowsWanted } from './board-rows';
import { CardSkeletons } from './card-skeletons';
import { EscalationCard } from './escalation-card';
import { ListProblem } from './list-problem';
import { useRows } from './use-rows';
import { WaitingPill } from './waiting-pill';

const CARD_PX = 176;
const GAP_PX = 8;
/** The next page is read when so many cards are left below. */
const READ_AHEAD = 10;
const SCROLLED_PX = 8;

interface Props {
  /** Tells it from other columns. */
  name: string;
  /** Its accessible name. */
  label: string;
  wanted: RowsWanted;
  held: boolean;
  q?: string;
  /** Shown where it holds nothing. */
  empty: ReactNode;
}

/** Cards one below the other, with a scroll bar of their own; only those in sight are in the page. */
export function CardColumn({ name, label, wanted, held, q, empty }: Props): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const [scrolled, setScrolled] = useState(false);
  const list = useRows(wanted, held || scrolled);
  const { rows, readMore } = list;
  const restored = useElementScrollRestoration({ id: `board-${name}` });
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoized by a compiler
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => CARD_PX,
    getItemKey: (index) => rows[index]?.id ?? index,
    gap: GAP_PX,
    overscan: 4,
    initialOffset: restored?.scrollY,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (list.hasMore && last >= rows.length - READ_AHEAD) readMore();
  });
  const show = () => {
    list.release();
    box.current?.scrollTo({ top: 0 });
    box.current?.focus();
  };
  return (
    <div className="relative min-h-0 flex-1">
      <WaitingPill waiting={list.waiting} onShow={show} />
      <div
        ref={box}
        {...{ role: 'group', 'aria-label': label, tabIndex: -1, 'aria-busy': list.isOutdated || undefined }}
        data-scroll-restoration-id={`board-${name}`}
        onScroll={({ currentTarget }) => setScrolled(currentTarget.scrollTop > SCROLLED_PX)}
        className="h-full overflow-y-auto overscroll-contain p-2 outline-none"
      >
        {list.isPending && !list.error && <CardSkeletons />}
        <ListProblem error={list.error} onRetry={list.retry} />
        {!list.isPending && !list.error && rows.length === 0 && empty}
        <div className="relative" style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, key, start }) => {
            const row = rows[index];
            return (
              row && (
                <div
                  {...{ key, 'data-index': index }}
                  ref={virtual.measureElement}
                  className="absolute inset-x-0 top-0"
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <EscalationCard
                    {...{ row, q }}
                    gone={list.gone.has(row.id)}
                    arrived={list.arrived.has(row.id)}
                    changed={list.changed.has(row.id)}
                  />
                </div>
              )
            );
          })}
        </div>
        {list.hasMore && <Skeleton className="mt-2 h-24" />}
      </div>
    </div>
  );
}
