import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { classes } from '../../ui/classes';
import { ErrorState, Loading } from '../../ui/states';
import { InboxList } from './inbox-list';
import { unreadQuery } from './inbox-queries';
import { PeopleWork } from './people-work';
import { WorkList } from './work-list';
import { workQuery } from './work-query';

/** My work: what waits for me and for my people, and the notices to me. */
export function WorkPage(): ReactNode {
  const { view = 'mine', unread } = useSearch({ from: '/work' });
  const navigate = useNavigate({ from: '/work' });
  const { data, error, refetch } = useQuery(workQuery);
  const unreadCount = useQuery(unreadQuery).data?.unread;
  return (
    <div className="mx-auto max-w-4xl space-y-4">
      <h1 className="text-2xl font-semibold">My work</h1>
      <nav aria-label="Parts of my work" className="flex gap-1 overflow-x-auto border-b border-line">
        <Part to="mine" current={view} count={data?.items.length}>
          Waits for me
        </Part>
        {(view === 'people' || (data && data.people.length > 0)) && (
          <Part to="people" current={view} count={data?.people.reduce((sum, { items }) => sum + items.length, 0)}>
            My people
          </Part>
        )}
        <Part to="inbox" current={view} count={unreadCount}>
          Inbox
        </Part>
      </nav>
      {view === 'inbox' ? (
        <InboxList
          unreadOnly={unread === 'true'}
          onUnreadOnly={(only) => {
            void navigate({ search: { view: 'inbox', unread: only ? 'true' : undefined }, replace: true });
          }}
        />
      ) : data ? (
        view === 'people' ? (
          <PeopleWork people={data.people} />
        ) : (
          <WorkList items={data.items} />
        )
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading what="Looking at what waits" />
      )}
    </div>
  );
}

type View = 'mine' | 'people' | 'inbox';

interface PartProps {
  to: View;
  current: View;
  count: number | undefined;
  children: ReactNode;
}

function Part({ to, current, count, children }: PartProps): ReactNode {
  return (
    <Link
      from="/work"
      to="/work"
      search={to === 'mine' ? {} : { view: to }}
      aria-current={to === current ? 'page' : undefined}
      activeProps={{}}
      className={classes(
        'flex min-h-11 items-center gap-2 rounded-t-md border-b-2 px-2 font-medium max-sm:text-sm sm:px-3 whitespace-nowrap no-underline hover:bg-sunken',
        to === current ? 'border-accent text-accent' : 'border-transparent text-ink-soft',
      )}
    >
      {children}
      {count !== undefined && count > 0 && (
        <span className="tabular rounded-full bg-sunken px-2 text-sm text-ink">{count}</span>
      )}
    </Link>
  );
}
