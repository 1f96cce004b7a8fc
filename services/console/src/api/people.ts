import { queryOptions, useQuery } from '@tanstack/react-query';
import type { PersonView } from '../../../api/views/person.schema';
import { keys } from './keys';
import { request, withQuery } from './request';

/** So many pages of the directory are read at most. */
const MOST_PAGES = 20;

interface Page {
  items: PersonView[];
  nextCursor: string | null;
}

/** Everybody in the directory. */
export const peopleQuery = queryOptions({
  queryKey: keys.people(),
  staleTime: 10 * 60_000,
  queryFn: async ({ signal }) => {
    const people: PersonView[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer: Page = await request<Page>(withQuery('/v1/people', { limit: 1_000, cursor }), { signal });
      people.push(...answer.items);
      cursor = answer.nextCursor;
      if (!cursor) break;
    }
    return people;
  },
});

/** The directory; empty until it was read. */
export function usePeople(): readonly PersonView[] {
  return useQuery(peopleQuery).data ?? [];
}
