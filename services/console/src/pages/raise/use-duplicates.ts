import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DuplicateView, DuplicatesView } from '../../../../api/views/duplicate.schema';
import { request, withQuery } from '../../api/request';
import { useLater } from '../../forms/use-later';

const ASK_AFTER_MS = 400;
const ENOUGH_OF_A_NAME = 3;
const ENOUGH_OF_A_SUMMARY = 8;

/** What is known of the complaint so far. */
export interface Complaint {
  account: string;
  summary: string;
  email: string;
}

/** Escalations that may be the same complaint, once enough is typed to tell. */
export function useDuplicates({ account, summary, email }: Complaint): readonly DuplicateView[] {
  const typed = new URLSearchParams({
    account: account.trim(),
    summary: summary.trim(),
    email: email.trim(),
  }).toString();
  const asked = Object.fromEntries(new URLSearchParams(useLater(typed, ASK_AFTER_MS))) as Record<string, string>;
  const enough =
    (asked.account ?? '').length >= ENOUGH_OF_A_NAME || (asked.summary ?? '').length >= ENOUGH_OF_A_SUMMARY;
  const { data } = useQuery({
    queryKey: ['likely-duplicates', asked],
    queryFn: ({ signal }) => request<DuplicatesView>(withQuery('/v1/likely-duplicates', asked), { signal }),
    enabled: enough,
    placeholderData: keepPreviousData,
  });
  return enough ? (data?.items ?? []) : [];
}
