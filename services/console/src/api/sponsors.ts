import { queryOptions } from '@tanstack/react-query';
import type { SponsorsView } from '../../../api/views/sponsor.schema';
import { keys } from './keys';
import { request } from './request';

/** What each executive sponsors. */
export const sponsorsQuery = queryOptions({
  queryKey: keys.sponsors(),
  queryFn: async ({ signal }) => (await request<SponsorsView>('/v1/sponsors', { signal })).sponsors,
});
