import { useInfiniteQuery } from '@tanstack/react-query';
import { BellOff, CheckCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button';
import { EmptyState, ErrorState, Loading } from '../../ui/states';
import { InboxNotice } from './inbox-notice';
import { inboxQuery, useMarkRead } from './inbox-queries';

interface Props {
  unreadOnly: boolean;
  onUnreadOnly: (only: boolean) => void;
}

/** The notices to me with their read state. */
export function InboxList({ unreadOnly, onUnreadOnly }: Props): ReactNode {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    inboxQuery(unreadOnly),
  );
  const mark = useMarkRead();
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading what="Reading the inbox" />;
  const notices = data.pages.flatMap(({ items }) => items);
  const fresh = notices.filter(({ readAt }) => readAt === null);
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center gap-3">
        <label className="flex min-h-11 items-center gap-2">
          <input
            type="checkbox"
            className="size-5 accent-accent"
            checked={unreadOnly}
            onChange={({ target }) => onUnreadOnly(target.checked)}
          />
          Unread only
        </label>
        <Button
          small
          className="ml-auto"
          disabled={fresh.length === 0}
          busy={mark.isPending}
          icon={<CheckCheck aria-hidden className="size-4" />}
          onClick={() => mark.mutate(fresh.map(({ id }) => id))}
        >
          Mark all shown as read
        </Button>
      </div>
      {notices.length === 0 ? (
        <EmptyState title={unreadOnly ? 'Everything is read' : 'No notices yet'} icon={<BellOff />}>
          <p>
            Reminders, breaches and what was decided about your escalations come here, and by mail where it matters.
          </p>
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
          {notices.map((notice) => (
            <li key={notice.id}>
              <InboxNotice notice={notice} onRead={() => mark.mutate([notice.id])} />
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show older ones
        </Button>
      )}
    </div>
  );
}
