import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { EscalationView } from '../../../api/views/escalation.schema';
import type { PreviewView } from '../../../api/views/preview.schema';
import { request } from '../api/request';
import type { ActionName } from './action';

/** What would follow from an action with this body; null asks nothing. It is asked anew when the escalation changes. */
export function previewQuery({ id, seq }: EscalationView, action: ActionName, body: Record<string, unknown> | null) {
  return queryOptions({
    queryKey: ['preview', id, seq, action.kind, action.name, body],
    queryFn: ({ signal }) =>
      request<PreviewView>(`/v1/escalations/${id}/preview`, {
        ...{ method: 'POST', signal },
        body: { kind: action.kind, name: action.name, body },
      }),
    enabled: body !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
  });
}
