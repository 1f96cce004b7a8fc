import { queryOptions } from '@tanstack/react-query';
import type { WorkView } from '../../../../api/views/work.schema';
import { keys } from '../../api/keys';
import { request } from '../../api/request';

/** What waits for me, and for those below me. */
export const workQuery = queryOptions({
  queryKey: keys.work(),
  queryFn: ({ signal }) => request<WorkView>('/v1/me/work', { signal }),
});
