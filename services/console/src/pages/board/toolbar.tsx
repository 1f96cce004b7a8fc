import { Columns3, Download, Rows3 } from 'lucide-react';
import { Link } from '@tanstack/react-router';
import { useId, type ReactNode } from 'react';
import { withQuery } from '../../api/request';
import { buttonClasses } from '../../ui/button';
import { classes } from '../../ui/classes';
import { inputClasses } from '../../ui/field';
import { SORTS, type BoardSearch, type BoardSort } from './board-search';
import { AddFilter } from './filter-chips';
import { QueryInput } from './query-input';
import { useBoard, useGoTo } from './use-board';
import { ViewsMenu } from './views-menu';

const sortWords: Readonly<Record<BoardSort, string>> = {
  urgency: 'Most urgent first',
  dueAt: 'Due date',
  '-priority': 'Highest priority first',
  priority: 'Lowest priority first',
  '-raisedAt': 'Newest first',
  raisedAt: 'Oldest first',
  '-receivedAt': 'Received last first',
  receivedAt: 'Received first first',
};

/** What is shown, in which order, and how. */
export function Toolbar(): ReactNode {
  const { filters, sort } = useBoard();
  return (
    <div className="flex flex-wrap items-start gap-2">
      <QueryInput />
      <div className="flex flex-wrap items-center gap-2">
        <AddFilter />
        <SortChoice />
        <ViewsMenu />
        <LayoutChoice />
        <a
          href={withQuery('/v1/escalations', { ...filters, sort, format: 'csv' })}
          download
          className={classes(buttonClasses(), 'max-sm:px-2.5')}
          title="All that match, as a file for spreadsheets"
        >
          <Download aria-hidden className="size-4" />
          <span className="max-sm:sr-only">CSV</span>
        </a>
      </div>
    </div>
  );
}

function SortChoice(): ReactNode {
  const id = useId();
  const { search, sort } = useBoard();
  const goTo = useGoTo();
  return (
    <>
      <label htmlFor={id} className="sr-only">
        Order
      </label>
      <select
        id={id}
        className={classes(inputClasses, 'w-auto! max-w-full')}
        value={sort}
        onChange={({ target: { value } }) => {
          const next = SORTS.find((one) => one === value);
          goTo({ ...search, sort: next === 'urgency' ? undefined : next }, 'replace');
        }}
      >
        {SORTS.map((one) => (
          <option key={one} value={one}>
            {sortWords[one]}
          </option>
        ))}
      </select>
    </>
  );
}

function LayoutChoice(): ReactNode {
  const { search, layout } = useBoard();
  const choices = [
    { name: 'stages', label: 'Stages', icon: Columns3, search: { ...search, layout: undefined } },
    { name: 'list', label: 'List', icon: Rows3, search: { ...search, layout: 'list' } satisfies BoardSearch },
  ] as const;
  return (
    <div role="group" aria-label="Layout" className="flex rounded-md border border-line-strong bg-surface p-0.5">
      {choices.map(({ name, label, icon: Icon, search: next }) => (
        <Link
          key={name}
          to="/board"
          search={next}
          resetScroll={false}
          aria-current={layout === name ? 'true' : undefined}
          className={classes(
            'inline-flex min-h-8.5 items-center gap-1.5 rounded px-2.5 text-sm font-medium text-ink max-sm:gap-1 max-sm:px-1.5 no-underline max-sm:min-h-10',
            layout === name ? 'bg-accent-soft text-accent' : 'hover:bg-sunken',
          )}
        >
          <Icon aria-hidden className="size-4" />
          {label}
        </Link>
      ))}
    </div>
  );
}
