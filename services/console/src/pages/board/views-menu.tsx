import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bookmark, Check, ChevronDown, Pencil, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { SavedView } from '../../../../api/views/saved-view.schema';
import { savedViewsQuery } from '../../api/saved-views';
import { useMyself } from '../../session/session';
import { Button, IconButton } from '../../ui/button';
import { classes } from '../../ui/classes';
import { Popover } from '../../ui/popover';
import { ErrorState, Skeleton } from '../../ui/states';
import { addressOf, isShown } from './saved-view-search';
import { useBoard } from './use-board';

const ViewDialog = lazy(async () => ({ default: (await import('./view-dialog')).ViewDialog }));
const DeleteViewDialog = lazy(async () => ({ default: (await import('./view-dialog')).DeleteViewDialog }));

/** What is done with a view: a new one is saved, one is changed or deleted. */
type Task = { kind: 'save' } | { kind: 'change' | 'delete'; view: SavedView };

/** The saved views: choose one, or save what is on screen. */
export function ViewsMenu(): ReactNode {
  const { search } = useBoard();
  const views = useQuery(savedViewsQuery);
  const [open, setOpen] = useState(false);
  const [task, setTask] = useState<Task | null>(null);
  const current = views.data?.find((view) => isShown(view, search));
  const begin = (next: Task) => {
    setOpen(false);
    setTask(next);
  };
  return (
    <>
      <Popover
        open={open}
        onOpenChange={setOpen}
        label="Views"
        trigger={
          <Button icon={<Bookmark aria-hidden className="size-4 max-sm:hidden" />}>
            <span className="max-w-40 truncate" title={current?.name}>
              {current?.name ?? 'Views'}
            </span>
            <ChevronDown aria-hidden className="size-4" />
          </Button>
        }
      >
        <div className="w-72 max-w-full space-y-3">
          {views.error && !views.data && <ErrorState error={views.error} onRetry={() => void views.refetch()} />}
          {views.isPending && <Skeleton className="h-40" />}
          {views.data && <Groups views={views.data} onTask={begin} onChosen={() => setOpen(false)} />}
          <Button
            className="w-full"
            icon={<Bookmark aria-hidden className="size-4" />}
            onClick={() => begin({ kind: 'save' })}
          >
            Save this view
          </Button>
        </div>
      </Popover>
      <Suspense>
        {task?.kind === 'delete' && <DeleteViewDialog view={task.view} onClose={() => setTask(null)} />}
        {task?.kind === 'save' && <ViewDialog view={null} onClose={() => setTask(null)} />}
        {task?.kind === 'change' && <ViewDialog view={task.view} onClose={() => setTask(null)} />}
      </Suspense>
    </>
  );
}

interface GroupsProps {
  views: readonly SavedView[];
  onTask: (task: Task) => void;
  onChosen: () => void;
}

function Groups({ views, onTask, onChosen }: GroupsProps): ReactNode {
  const me = useMyself();
  const isDefault = ({ id }: SavedView) => id.startsWith('default:');
  const isMine = ({ owner }: SavedView) => owner.id === me.id;
  const groups = [
    { title: 'With Upstairs', those: views.filter(isDefault) },
    { title: 'Mine', those: views.filter((view) => !isDefault(view) && isMine(view)) },
    { title: 'Shared by others', those: views.filter((view) => !isDefault(view) && !isMine(view)) },
  ].filter(({ those }) => those.length > 0);
  return groups.map(({ title, those }) => (
    <section key={title} aria-label={title}>
      <p className="px-2 pb-1 text-sm text-ink-soft">{title}</p>
      <ul>
        {those.map((view) => (
          <ViewLine key={view.id} {...{ view, onTask, onChosen }} />
        ))}
      </ul>
    </section>
  ));
}

function ViewLine({ view, onTask, onChosen }: { view: SavedView } & Omit<GroupsProps, 'views'>): ReactNode {
  const { search } = useBoard();
  const shown = isShown(view, search);
  const by = view.id.startsWith('default:') ? '' : view.shared ? ` · shared by ${view.owner.name}` : '';
  return (
    <li className="flex items-center">
      <Link
        to="/board"
        search={addressOf(view, search)}
        resetScroll={false}
        onClick={onChosen}
        aria-current={shown ? 'true' : undefined}
        title={view.name + by}
        className="flex min-h-9 min-w-0 flex-1 items-center gap-2 rounded-md px-2 text-ink no-underline hover:bg-sunken max-sm:min-h-11"
      >
        <Check aria-hidden className={classes('size-4 shrink-0 text-accent', !shown && 'invisible')} />
        <span dir="auto" className="min-w-0 flex-1 truncate">
          {view.name}
        </span>
        {by && <span className="max-w-28 truncate text-sm text-ink-soft">{view.owner.name}</span>}
      </Link>
      {view.mayChange && (
        <>
          <IconButton
            label={`Change ${view.name}`}
            icon={<Pencil aria-hidden className="size-4" />}
            onClick={() => onTask({ kind: 'change', view })}
          />
          <IconButton
            label={`Delete ${view.name}`}
            icon={<Trash2 aria-hidden className="size-4" />}
            onClick={() => onTask({ kind: 'delete', view })}
          />
        </>
      )}
    </li>
  );
}
