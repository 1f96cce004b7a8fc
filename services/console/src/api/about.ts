import { queryOptions } from '@tanstack/react-query';
import type { AboutView } from '../../../api/views/about.schema';
import { keys } from './keys';
import { request } from './request';

/** What this installation is: its version, whether it is a demo, its definition of an escalation. */
export const aboutQuery = queryOptions({
  queryKey: keys.about(),
  queryFn: ({ signal }) => request<AboutView>('/v1/about', { signal }),
  staleTime: Infinity,
});
