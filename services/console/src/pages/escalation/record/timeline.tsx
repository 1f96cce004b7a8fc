import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { useMomentStyle } from '../../../time/moment';
import { EmptyState, ErrorState, Loading } from '../../../ui/states';
import { timelineQuery } from '../escalation-queries';
import { useChangeView, useView } from '../use-view';
import { Button } from '../../../ui/button';
import { byDay } from './by-day';
import { typesOf } from './event-kinds';
import { LoadMore } from './load-more';
import { TimelineEvent } from './timeline-event';

/** Everything that happened, as far as the filter wants it. */
export function Timeline({ escalation }: { escalation: EscalationView }): ReactNode {
  const { type, order = 'desc', event } = useView();
  const style = useMomentStyle();
  const query = useInfiniteQuery(timelineQuery(escalation.ref, { type: typesOf(type?.split(',') ?? []), order }));
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  // Only a link that somebody followed moves the page; opening an event here must not.
  const [linked] = useState(event);
  const [firstSeen] = useState(escalation.seq);
  const events = data?.pages.flatMap(({ items }) => items) ?? [];
  const last = events.at(-1);
  const wanted = linked === undefined ? null : Number(linked);
  const missing = wanted !== null && data !== undefined && !events.some(({ seq }) => seq === wanted);
  const ahead = last === undefined || (order === 'desc' ? (wanted ?? 0) < last.seq : (wanted ?? 0) > last.seq);
  const further = missing && hasNextPage && ahead;
  useEffect(() => {
    if (further && !isFetchingNextPage) void fetchNextPage();
  }, [further, isFetchingNextPage, fetchNextPage]);
  if (!data)
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <Loading what="Loading the timeline" />
    );
  return (
    <>
      {missing && !further && event === linked && <NotHere seq={wanted} filtered={type !== undefined} />}
      {events.length === 0 && (
        <EmptyState title="Nothing of this kind has happened">Choose other kinds above.</EmptyState>
      )}
      {byDay(events, style).map(({ day, items }) => (
        <div key={day}>
          <h4 className="mt-3 mb-1 text-sm font-semibold text-ink-soft first:mt-0">{day}</h4>
          <ol className="space-y-0.5">
            {items.map((one) => (
              <TimelineEvent
                key={one.seq}
                event={one}
                told={escalation}
                pointed={event === String(one.seq)}
                arrive={wanted === one.seq}
                fresh={one.seq > firstSeen}
              />
            ))}
          </ol>
        </div>
      ))}
      {hasNextPage && (
        <LoadMore
          what={order === 'desc' ? 'older events' : 'later events'}
          busy={isFetchingNextPage}
          onMore={() => void fetchNextPage()}
        />
      )}
    </>
  );
}

/** The link points at an event that is not shown. */
function NotHere({ seq, filtered }: { seq: number; filtered: boolean }): ReactNode {
  const change = useChangeView();
  return (
    <p role="status" className="mb-2 flex flex-wrap items-center gap-2 rounded-lg bg-info-soft px-3 py-2 text-info">
      {filtered ? `Event ${seq} is not of the kinds that are shown.` : `There is no event ${seq}.`}
      <Button small onClick={() => change(filtered ? { type: undefined } : { event: undefined })}>
        {filtered ? 'Show every kind' : 'Dismiss'}
      </Button>
    </p>
  );
}
