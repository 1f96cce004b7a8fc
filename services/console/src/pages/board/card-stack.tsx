import { useRef, type ReactNode } from 'react';
import { Button } from '../../ui/button';
import type { RowsWanted } from './board-rows';
import { CardSkeletons } from './card-skeletons';
import { EscalationCard } from './escalation-card';
import { ListProblem } from './list-problem';
import { useRows } from './use-rows';
import { WaitingPill } from './waiting-pill';

interface Props {
  label: string;
  wanted: RowsWanted;
  held: boolean;
  q?: string;
  empty: ReactNode;
}

/** Cards one below the other in the flow of the page, for narrow screens; more of them on demand. */
export function CardStack({ label, wanted, held, q, empty }: Props): ReactNode {
  const list = useRows(wanted, held);
  const box = useRef<HTMLDivElement>(null);
  const show = () => {
    list.release();
    box.current?.focus();
  };
  return (
    <div
      ref={box}
      {...{ role: 'group', 'aria-label': label, tabIndex: -1, 'aria-busy': list.isOutdated || undefined }}
      className="relative space-y-2 outline-none"
    >
      <WaitingPill waiting={list.waiting} onShow={show} />
      {list.isPending && !list.error && <CardSkeletons />}
      <ListProblem error={list.error} onRetry={list.retry} />
      {!list.isPending && !list.error && list.rows.length === 0 && empty}
      {list.rows.map((row, index) => (
        <div key={row.id} data-index={index} className="board-lazy">
          <EscalationCard
            {...{ row, q }}
            gone={list.gone.has(row.id)}
            arrived={list.arrived.has(row.id)}
            changed={list.changed.has(row.id)}
          />
        </div>
      ))}
      {list.hasMore && (
        <Button className="w-full" busy={list.isReading} onClick={list.readMore}>
          Show more
        </Button>
      )}
    </div>
  );
}
