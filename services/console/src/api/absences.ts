import { queryOptions } from '@tanstack/react-query';
import { keys } from './keys';
import { request } from './request';

/** When somebody is away, and who stands in. */
export interface AbsenceItem {
  id: string;
  from: string;
  /** Not included: back from then on. */
  until: string;
  delegate: { id: string; name: string } | null;
  /** null also where it is not for whoever reads. */
  note: string | null;
  writtenBy: { id: string; name: string };
}

/** When somebody is away, the latest first. */
export const absencesQuery = (personId: string) =>
  queryOptions({
    queryKey: keys.absences(personId),
    queryFn: async ({ signal }) => (await request<{ items: AbsenceItem[] }>(absencesPath(personId), { signal })).items,
  });

/** Where somebody's absences are. */
export function absencesPath(personId: string): string {
  return `/v1/people/${encodeURIComponent(personId)}/absences`;
}
