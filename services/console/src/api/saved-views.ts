import { queryOptions } from '@tanstack/react-query';
import type { SavedView } from '../../../api/views/saved-view.schema';
import { keys } from './keys';
import { request } from './request';

/** The views of the board that this person may choose from: those that come with Upstairs, their own, and the shared. */
export const savedViewsQuery = queryOptions({
  queryKey: keys.views(),
  queryFn: async ({ signal }) => (await request<{ items: SavedView[] }>('/v1/views', { signal })).items,
  staleTime: 5 * 60_000,
});
