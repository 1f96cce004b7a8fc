import { useQueryClient } from '@tanstack/react-query';
import { toast } from '../../ui/toast';
import { messagesQuery, timelineQuery } from './escalation-queries';
import { typesOf } from './record/event-kinds';
import { useView } from './use-view';

/** More would be a book. */
const MOST_PAGES = 20;

/** Prints the page with all that is on record, not only what was scrolled to. */
export function usePrintWhole(ref: string): () => void {
  const client = useQueryClient();
  const { type, order = 'desc' } = useView();
  return () => {
    const timeline = {
      ...timelineQuery(ref, { type: typesOf(type?.split(',') ?? []), order }),
      pages: MOST_PAGES,
      staleTime: 0,
    };
    const messages = { ...messagesQuery(ref), pages: MOST_PAGES, staleTime: 0 };
    void Promise.all([client.fetchInfiniteQuery(timeline), client.fetchInfiniteQuery(messages)]).then(
      () => window.print(),
      () => toast('Not all of it could be read. Try again when Upstairs can be reached.'),
    );
  };
}
