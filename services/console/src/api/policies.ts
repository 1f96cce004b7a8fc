import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { DraftView, ListedPolicyView, PolicyView } from '../../../api/views/policy.schema';
import { keys } from './keys';
import { request, withQuery } from './request';

/** One thing that two policies say differently, in words. */
export interface Difference {
  path: string;
  before: string | null;
  after: string | null;
}

/** What two policies say differently. */
export interface Comparison {
  /** The version that it is compared with. */
  from: number;
  differences: Difference[];
}

/** So many versions come at a time. */
const PAGE = 50;

interface PolicyPage {
  items: ListedPolicyView[];
  nextCursor: string | null;
}

/** The versions of the policy, the newest first, as far as they were asked for. */
export const policiesQuery = infiniteQueryOptions({
  queryKey: keys.policies(),
  queryFn: ({ signal, pageParam }) =>
    request<PolicyPage>(withQuery('/v1/policies', { limit: PAGE, cursor: pageParam }), { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
  select: ({ pages }) => pages.flatMap(({ items }) => items),
});

/** One version whole: by its number, or `current`. */
export const policyQuery = (version: string) =>
  queryOptions({
    queryKey: keys.policy(version),
    queryFn: ({ signal }) => request<PolicyView>(`/v1/policies/${encodeURIComponent(version)}`, { signal }),
  });

/** The drafts that are being written or wait for a second person. */
export const draftsQuery = queryOptions({
  queryKey: keys.policyDrafts(),
  queryFn: async ({ signal }) => (await request<{ items: DraftView[] }>('/v1/policy-drafts', { signal })).items,
});

/** One draft. */
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: keys.policyDraft(id),
    queryFn: ({ signal }) => request<DraftView>(draftPath(id), { signal }),
  });

/** What a draft or a version says differently from a version; without one from the present. */
export const comparisonQuery = (path: string, version?: number) =>
  queryOptions({
    queryKey: keys.policyComparison(path, version),
    queryFn: ({ signal }) => request<Comparison>(withQuery(`${path}/comparison`, { version }), { signal }),
    staleTime: 0,
  });

/** Where a draft is. */
export function draftPath(id: string): string {
  return `/v1/policy-drafts/${encodeURIComponent(id)}`;
}
