import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { escalationQuery } from '../../api/escalation';
import { usePeople } from '../../api/people';
import { durationMs, spanInWords } from '../../time/words';
import { Button } from '../../ui/button';
import { OptionList } from '../../ui/option-list';
import { Popover } from '../../ui/popover';
import { isFiltered, withoutFilters } from './board-filters';
import { FILTERS, valuesOf, withValues, type FilterDefinition } from './filter-definitions';
import { useAccountName } from './filter-names';
import { FilterValues } from './filter-values';
import { useBoard } from './use-board';

/** The filters that are on: press one to change it, its cross to take it away. */
export function FilterChips(): ReactNode {
  const { search } = useBoard();
  const on = FILTERS.filter((filter) => valuesOf(search, filter).length > 0);
  if (!isFiltered(search)) return null;
  return (
    <div role="group" aria-label="Filters" className="flex flex-wrap items-center gap-1.5">
      {on.map((filter) => (
        <Chip key={filter.name} filter={filter} />
      ))}
      {search.q && (
        <Removable what="the words" without={{ ...search, q: undefined }}>
          <span dir="auto" className="truncate px-1" title={search.q}>
            “{search.q}”
          </span>
        </Removable>
      )}
      <Link
        to="/board"
        search={withoutFilters(search)}
        resetScroll={false}
        className="inline-flex min-h-8 items-center rounded-md px-2 text-sm font-medium text-accent hover:bg-sunken max-sm:min-h-11"
      >
        Clear all
      </Link>
    </div>
  );
}

function Chip({ filter }: { filter: FilterDefinition }): ReactNode {
  const { search } = useBoard();
  const [open, setOpen] = useState(false);
  const values = valuesOf(search, filter);
  return (
    <Removable what={filter.label} without={withValues(search, filter, [])}>
      <Popover
        open={open}
        onOpenChange={setOpen}
        label={filter.label}
        trigger={
          <button
            type="button"
            className="inline-flex min-h-8 max-w-64 items-center gap-1 rounded-full pl-1 hover:underline max-sm:min-h-11"
          >
            <span className="shrink-0 text-ink-soft">{filter.label}:</span>
            <span className="truncate font-medium">
              {values.map((value, index) => (
                <span key={value}>
                  {index > 0 && ', '}
                  <ValueName filter={filter} value={value} />
                </span>
              ))}
            </span>
          </button>
        }
      >
        <div className="w-72 max-w-full">
          <FilterValues filter={filter} onDone={() => setOpen(false)} />
        </div>
      </Popover>
    </Removable>
  );
}

interface RemovableProps {
  what: string;
  without: ReturnType<typeof useBoard>['search'];
  children: ReactNode;
}

function Removable({ what, without, children }: RemovableProps): ReactNode {
  return (
    <span className="inline-flex max-w-full min-w-0 items-center rounded-full border border-line-strong bg-surface pl-2 text-sm">
      {children}
      <Link
        to="/board"
        search={without}
        resetScroll={false}
        aria-label={`Remove the filter: ${what}`}
        className="inline-flex size-8 shrink-0 items-center justify-center rounded-full text-ink-soft hover:bg-sunken hover:text-ink max-sm:size-11"
      >
        <X aria-hidden className="size-3.5" />
      </Link>
    </span>
  );
}

function ValueName({ filter, value }: { filter: FilterDefinition; value: string }): ReactNode {
  const people = usePeople();
  if (filter.kind === 'account') return <AccountName id={value} />;
  if (filter.name === 'umbrellaId') return <UmbrellaName id={value} />;
  if (filter.kind === 'person') return value === 'me' ? 'me' : (people.find(({ id }) => id === value)?.name ?? value);
  const label = filter.options.find((option) => option.value === value)?.label;
  return label ?? (filter.name === 'due_within' ? spanInWords(durationMs(value)) : value);
}

function AccountName({ id }: { id: string }): ReactNode {
  return useAccountName(id) ?? id;
}

function UmbrellaName({ id }: { id: string }): ReactNode {
  return useQuery(escalationQuery(id)).data?.ref ?? 'one escalation';
}

/** Adds a filter: first which, then of what. */
export function AddFilter(): ReactNode {
  const [open, setOpen] = useState(false);
  const [filter, setFilter] = useState<FilterDefinition>();
  const change = (next: boolean) => {
    setOpen(next);
    setFilter(undefined);
  };
  return (
    <Popover
      open={open}
      onOpenChange={change}
      label={filter ? filter.label : 'Add a filter'}
      trigger={<Button icon={<Plus aria-hidden className="size-4" />}>Filter</Button>}
    >
      <div className="w-72 max-w-full">
        {filter ? (
          <FilterValues filter={filter} onDone={() => change(false)} />
        ) : (
          <OptionList
            label="Add a filter"
            options={FILTERS.filter(({ offered }) => offered !== false).map(({ name, label, word }) => ({
              value: name,
              label,
              detail: `${word}:`,
            }))}
            chosen={[]}
            onChoose={({ value }) => setFilter(FILTERS.find(({ name }) => name === value))}
          />
        )}
      </div>
    </Popover>
  );
}
