import type { ReactNode } from 'react';
import { CardStack } from './card-stack';
import { useBoard } from './use-board';
import { useHold } from './use-hold';
import { useLiveRows } from './use-live-rows';
import { useRowKeys } from './use-row-keys';

const PAGE_SIZE = 50;

/** The list where there is no room for a table: its rows as cards. */
export function NarrowList({ empty }: { empty: ReactNode }): ReactNode {
  const { search, filters, sort } = useBoard();
  const { held, area } = useHold();
  const wanted = { filters, sort, pageSize: PAGE_SIZE };
  const keys = useRowKeys(false);
  useLiveRows({ wanted, stages: null });
  return (
    <section ref={keys} {...area} aria-labelledby="board-list">
      <h2 id="board-list" className="sr-only">
        Escalations
      </h2>
      <CardStack {...{ wanted, held, empty }} label="Escalations" q={search.q} />
    </section>
  );
}
