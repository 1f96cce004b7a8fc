import { flexRender, type Row as TableRow } from '@tanstack/react-table';
import { memo, type MouseEvent, type ReactNode } from 'react';
import { classes } from '../../ui/classes';
import type { Row } from './board-rows';
import { LIST_TRACKS, listHeads, type listFeatures } from './list-columns';
import { SelectBox } from './select-box';

interface Props {
  row: TableRow<typeof listFeatures, Row>;
  index: number;
  top: number;
  q: string | undefined;
  selected: boolean;
  gone: boolean;
  arrived: boolean;
  changed: boolean;
  onSelect: (id: string, event: MouseEvent) => void;
}

/** A row of the list. Scrolling draws only rows that were not in sight; one that has not changed stays as it is. */
export const ListRow = memo(function ListRow(props: Props): ReactNode {
  const { row, index, top, selected, gone, arrived, changed, onSelect } = props;
  const { id, ref, unheard, seq } = row.original;
  return (
    <tr
      {...{ role: 'row', 'aria-rowindex': index + 2, 'aria-selected': selected, 'data-index': index, 'data-row': id }}
      style={{ transform: `translateY(${top}px)` }}
      className={classes(
        'absolute inset-x-0 top-0 grid h-16 scroll-mt-12 [contain:strict] items-center border-b border-line transition-transform duration-300',
        LIST_TRACKS,
        selected ? 'bg-accent-soft' : 'bg-surface hover:bg-sunken/60',
        unheard && 'shadow-[inset_4px_0_0_var(--danger)]',
        gone && 'text-ink-soft',
        arrived && 'board-arrived',
      )}
    >
      <td role="cell" className="flex justify-center">
        {changed && <span key={seq} aria-hidden className="board-changed" />}
        <SelectBox label={`Select ${ref}`} checked={selected} onPress={(event) => onSelect(id, event)} />
      </td>
      {row.getAllCells().map((cell) => (
        <td
          key={cell.id}
          role="cell"
          className={classes('min-w-0 items-center pr-3', listHeads[cell.column.id]?.shown ?? 'flex')}
        >
          {flexRender(cell.column.columnDef.cell, cell.getContext())}
        </td>
      ))}
    </tr>
  );
}, isSame);

/** The table makes all its rows anew with every page that is read: what counts is what they show. */
function isSame({ row: before, ...rest }: Props, { row: after, ...others }: Props): boolean {
  const names = Object.keys(rest) as (keyof typeof rest)[];
  return before.original === after.original && names.every((name) => rest[name] === others[name]);
}
