import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CirclePlus, FilterX, Leaf } from 'lucide-react';
import { lazy, Suspense, type ReactNode } from 'react';
import type { TotalsView } from '../../../../api/views/totals.schema';
import { keys } from '../../api/keys';
import { buttonClasses } from '../../ui/button';
import { EmptyState, ErrorState, Loading } from '../../ui/states';
import { useMedia } from '../../ui/use-media';
import './board.css';
import { isFiltered, withoutFilters } from './board-filters';
import { useToggleTotals, useTotals } from './board-totals';
import { FilterChips } from './filter-chips';
import { NarrowList } from './narrow-list';
import { StageBoard } from './stage-board';
import { Toolbar } from './toolbar';
import { TotalsBar, UnheardAlarm } from './totals-bar';
import { useBoard } from './use-board';
import { usePageTitle } from './use-page-title';

const EscalationList = lazy(async () => ({ default: (await import('./escalation-list')).EscalationList }));

/** From here on there is room for a table. */
const TABLE = '(min-width: 64rem)';

/** Every escalation that is open, and how it stands: the page that one leaves open all day. */
export function BoardPage(): ReactNode {
  const { search, filters, layout } = useBoard();
  const client = useQueryClient();
  const { data: totals, error } = useTotals(filters);
  const toggleTotals = useToggleTotals(search);
  usePageTitle(toggleTotals ? `${toggleTotals.overdue} overdue · Board` : 'Board');
  // The list says itself that it is empty: what is done to its last rows in bulk goes on in sight.
  const nothing = totals?.total === 0 && layout === 'stages';
  const failed = error !== null && totals === undefined;
  return (
    <div className="flex flex-col gap-3 lg:-mb-6 lg:h-[calc(100dvh-5.5rem)] lg:min-h-[34rem]">
      <UnheardAlarm search={search} totals={toggleTotals} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-xl font-semibold">Board</h1>
        <TotalsBar search={search} totals={toggleTotals} />
      </div>
      <Toolbar />
      <FilterChips />
      {failed && <ErrorState error={error} onRetry={() => void readAnew(client)} />}
      {nothing && <Nothing />}
      {!failed && !nothing && <Rows totals={totals} />}
    </div>
  );
}

function Rows({ totals }: { totals: TotalsView | undefined }): ReactNode {
  const { layout } = useBoard();
  const table = useMedia(TABLE);
  if (layout === 'stages') return <StageBoard totals={totals} />;
  if (!table) return <NarrowList empty={<Nothing />} />;
  return (
    <Suspense fallback={<Loading />}>
      <EscalationList totals={totals} empty={<Nothing />} />
    </Suspense>
  );
}

async function readAnew(client: QueryClient): Promise<void> {
  await Promise.all(
    [keys.totals(), keys.board()].map((queryKey) => client.refetchQueries({ queryKey, type: 'active' })),
  );
}

/** Nothing is open at all, or nothing matches. */
function Nothing(): ReactNode {
  const { search } = useBoard();
  if (isFiltered(search)) {
    return (
      <EmptyState title="Nothing matches" icon={<FilterX />}>
        <p className="mb-4">No escalation that you may see fits these filters.</p>
        <Link to="/board" search={withoutFilters(search)} className={buttonClasses('primary')}>
          Clear the filters
        </Link>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing is on fire" icon={<Leaf />}>
      <p className="mb-4">No escalation is open. When a customer takes it upstairs, raise it here.</p>
      <Link to="/raise" className={buttonClasses('primary')}>
        <CirclePlus aria-hidden className="size-4" />
        Raise an escalation
      </Link>
    </EmptyState>
  );
}
