import { queryOptions } from '@tanstack/react-query';
import type { EscalationView } from '../../../api/views/escalation.schema';
import { keys } from './keys';
import { request } from './request';

/** One escalation, by its ref or id. */
export const escalationQuery = (ref: string) =>
  queryOptions({
    queryKey: keys.escalation(ref),
    queryFn: ({ signal }) => request<EscalationView>(`/v1/escalations/${encodeURIComponent(ref)}`, { signal }),
  });
