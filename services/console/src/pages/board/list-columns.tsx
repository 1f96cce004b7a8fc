import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import { Link } from '@tanstack/react-router';
import { Moment } from '../../time/moment';
import { Highlight } from '../../ui/highlight';
import { factWords } from '../../words/fact-words';
import type { Row } from './board-rows';
import type { BoardSort } from './board-search';
import { LevelReasons } from './level-reasons';
import { NextDue } from './next-due';
import { OwnerName } from './owner-name';
import { stageWords } from '../../words/stage-words';
import { Standing } from './standing';

/** What every cell may need beside its row. */
export interface ListMeta {
  q: string | undefined;
}

/** What the table can do by itself: the server sorts and filters. */
export const listFeatures = tableFeatures({});

interface ListColumn {
  head: string;
  /** The orders that its head goes through. */
  sorts?: readonly [BoardSort, BoardSort?];
  /** On which screens it is there. */
  shown?: string;
}

/** The columns as their heads say them, by their ids. */
export const listHeads: Readonly<Record<string, ListColumn>> = {
  level: { head: 'Level', sorts: ['-priority', 'priority'] },
  escalation: { head: 'Escalation' },
  stage: { head: 'Stage', shown: 'hidden 2xl:flex' },
  owner: { head: 'Owner' },
  due: { head: 'Due next', sorts: ['urgency'] },
  standing: { head: 'Standing' },
  received: { head: 'Received', sorts: ['-receivedAt', 'receivedAt'], shown: 'hidden 2xl:flex' },
  raised: { head: 'Raised', sorts: ['-raisedAt', 'raisedAt'], shown: 'hidden xl:flex' },
};

/** The tracks of all columns, the one to select at the left. */
export const LIST_TRACKS = [
  'grid-cols-[2.75rem_5.5rem_minmax(14rem,3fr)_minmax(9.5rem,1fr)_minmax(11.5rem,1.2fr)_minmax(10rem,1.4fr)]',
  'xl:grid-cols-[2.75rem_5.5rem_minmax(16rem,3fr)_minmax(9.5rem,1fr)_minmax(11.5rem,1.2fr)_minmax(12rem,1.4fr)_8.75rem]',
  '2xl:grid-cols-[2.75rem_5.5rem_minmax(16rem,3fr)_8.5rem_minmax(10rem,1fr)_minmax(11.5rem,1.2fr)_minmax(12rem,1.6fr)_8.75rem_8.75rem]',
].join(' ');

const column = createColumnHelper<typeof listFeatures, Row>();

/** How the cells are drawn. */
export const listColumns = column.columns([
  column.display({
    id: 'level',
    cell: ({ row: { original } }) => <LevelReasons escalationRef={original.ref} level={original.priority.level} />,
  }),
  column.display({
    id: 'escalation',
    cell: ({ row: { original }, table }) => (
      <Title row={original} q={(table.options.meta as ListMeta | undefined)?.q} />
    ),
  }),
  column.display({
    id: 'stage',
    cell: ({ row: { original } }) => (
      <span className="truncate text-sm">{original.stage ? stageWords(original.stage) : '–'}</span>
    ),
  }),
  column.display({ id: 'owner', cell: ({ row: { original } }) => <OwnerName owner={original.owner} /> }),
  column.display({
    id: 'due',
    cell: ({ row: { original } }) => (
      <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
        <NextDue row={original} inRow />
      </span>
    ),
  }),
  column.display({
    id: 'standing',
    cell: ({ row: { original } }) => (
      <span className="flex max-h-14 min-w-0 flex-wrap gap-1 overflow-hidden">
        <Standing row={original} inRow />
      </span>
    ),
  }),
  column.display({
    id: 'received',
    cell: ({ row: { original } }) => <Told at={original.receivedAt} row={original} />,
  }),
  column.display({ id: 'raised', cell: ({ row: { original } }) => <Told at={original.raisedAt} row={original} /> }),
]);

function Title({ row: { ref, summary, account }, q }: { row: Row; q: string | undefined }) {
  return (
    <span className="min-w-0">
      <Link
        to="/escalations/$ref"
        params={{ ref }}
        className="flex min-w-0 gap-2 font-medium text-ink no-underline hover:underline"
      >
        <span className="shrink-0 text-ink-soft">
          <Highlight text={ref} q={q} />
        </span>
        <span dir="auto" className="min-w-0 truncate" title={summary}>
          <Highlight text={summary} q={q} />
        </span>
      </Link>
      <span className="flex min-w-0 gap-1.5 text-sm text-ink-soft">
        <span dir="auto" className="min-w-0 truncate" title={account.name}>
          <Highlight text={account.name} q={q} />
        </span>
        <span className="shrink-0">· {account.tier ? factWords(account.tier) : 'tier unknown'}</span>
      </span>
    </span>
  );
}

function Told({ at, row }: { at: string; row: Row }) {
  return (
    <span className="truncate text-sm text-ink-soft">
      <Moment at={at} told={row} />
    </span>
  );
}
