import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import type { MessageView } from '../../../../../api/views/message.schema';
import { EmptyState, ErrorState, Loading } from '../../../ui/states';
import { messagesQuery } from '../escalation-queries';
import { Choice } from '../choice';
import { useChangeView, useView } from '../use-view';
import { LoadMore } from './load-more';
import { MessageItem } from './message-item';

const filters = [
  { value: 'all', label: 'All' },
  { value: 'customer', label: 'To the customer' },
  { value: 'us', label: 'To us' },
  { value: 'failed', label: 'Not delivered' },
  { value: 'waiting', label: 'Waiting' },
] as const;

/** Fewer than this after filtering: more is read at once, as the filter may have hidden a whole page. */
const ENOUGH = 10;

/** Every mail and notice, the newest first. */
export function Messages({ escalation }: { escalation: EscalationView }): ReactNode {
  const { messages: filter = 'all' } = useView();
  const change = useChangeView();
  const query = useInfiniteQuery(messagesQuery(escalation.ref));
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  const all = data?.pages.flatMap(({ items }) => items) ?? [];
  const shown = all.filter((message) => isWanted(message, filter));
  const tooFew = data !== undefined && shown.length < ENOUGH && hasNextPage;
  useEffect(() => {
    if (tooFew && !isFetchingNextPage) void fetchNextPage();
  }, [tooFew, isFetchingNextPage, fetchNextPage]);
  if (!data)
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <Loading what="Loading the messages" />
    );
  return (
    <>
      <div data-noprint className="mb-3">
        <Choice
          label="Which messages"
          options={filters}
          value={filter}
          onChange={(value) => change({ messages: value === 'all' ? undefined : value })}
        />
      </div>
      {shown.length === 0 && !tooFew && (
        <EmptyState title={all.length === 0 ? 'Nothing was written yet' : 'No message like this'}>
          {all.length === 0 ? 'The first will be the acknowledgment to the customer.' : 'Choose others above.'}
        </EmptyState>
      )}
      <ul className="space-y-0.5" aria-label="Messages">
        {shown.map((message) => (
          <MessageItem key={message.id} message={message} told={escalation} />
        ))}
      </ul>
      {hasNextPage && <LoadMore what="older messages" busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  );
}

function isWanted({ audience, state }: MessageView, filter: (typeof filters)[number]['value']): boolean {
  if (filter === 'all') return true;
  return filter === 'customer' || filter === 'us' ? audience === filter : state === filter;
}
