import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '../../ui/classes';
import type { BoardSort } from './board-search';
import { LIST_TRACKS, listHeads } from './list-columns';
import { SelectBox } from './select-box';
import { useBoard, useGoTo } from './use-board';

interface Props {
  /** Of the rows shown. */
  selected: boolean | 'mixed';
  onSelectAll: () => void;
}

/** The heads of the list; those that can be sorted by are buttons. */
export function ListHead({ selected, onSelectAll }: Props): ReactNode {
  const { search, sort } = useBoard();
  const goTo = useGoTo();
  const sortBy = (next: BoardSort) => goTo({ ...search, sort: next === 'urgency' ? undefined : next }, 'replace');
  return (
    <thead role="rowgroup" className="sticky top-0 z-20 block">
      <tr
        {...{ role: 'row', 'aria-rowindex': 1 }}
        className={classes('grid h-11 items-center border-b border-line bg-surface text-left text-sm', LIST_TRACKS)}
      >
        <th role="columnheader" className="flex justify-center font-normal">
          <SelectBox label="Select all shown" checked={selected} onPress={onSelectAll} />
        </th>
        {Object.entries(listHeads).map(([id, { head, sorts, shown }]) => (
          <th
            key={id}
            role="columnheader"
            aria-sort={sorts ? directionOf(sort, sorts) : undefined}
            className={classes('min-w-0 items-center pr-3 font-medium text-ink-soft', shown ?? 'flex')}
          >
            {sorts ? <SortButton {...{ head, sorts, sort }} onSort={sortBy} /> : head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface SortProps {
  head: string;
  sorts: readonly [BoardSort, BoardSort?];
  sort: BoardSort;
  onSort: (sort: BoardSort) => void;
}

function SortButton({ head, sorts, sort, onSort }: SortProps): ReactNode {
  const at = sorts.indexOf(sort);
  const Icon = at < 0 ? ChevronsUpDown : directionOf(sort, sorts) === 'descending' ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      onClick={() => onSort(sorts[at + 1] ?? (at >= 0 && sorts.length > 1 ? 'urgency' : sorts[0]))}
      className="-ml-1.5 inline-flex whitespace-nowrap min-h-8 items-center gap-1 rounded-md px-1.5 font-medium hover:bg-sunken hover:text-ink"
    >
      {head}
      <Icon aria-hidden className={classes('size-3.5', at >= 0 && 'text-accent')} />
    </button>
  );
}

function directionOf(sort: BoardSort, sorts: readonly [BoardSort, BoardSort?]): 'ascending' | 'descending' | 'none' {
  if (!sorts.includes(sort)) return 'none';
  return sort.startsWith('-') ? 'descending' : 'ascending';
}
