import { queryOptions } from '@tanstack/react-query';
import type { ExplanationView } from '../../../api/views/explanation.schema';
import { keys } from './keys';
import { request } from './request';

/** Why its clocks stand where they do, and what the reader may not do and why. */
export const explanationQuery = (ref: string) =>
  queryOptions({
    queryKey: keys.explain(ref),
    queryFn: ({ signal }) => request<ExplanationView>(`/v1/escalations/${encodeURIComponent(ref)}/explain`, { signal }),
  });
