import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { dutySchema } from '../../../api/views/duty.schema';
import { keys } from './keys';
import { request } from './request';

/** Who is on duty from now on. */
export type Duty = z.infer<typeof dutySchema>;

/** The rota as it is written. */
export interface WrittenRota {
  shifts: Shift[];
  cover: Cover[];
  /** Counts the changes. */
  revision: number;
  changedBy: string | null;
  changedAt: string | null;
  feed: { shifts: number; until: string | null };
}

/** A shift of the week as it repeats. */
export interface Shift {
  personId: string;
  day: string;
  from: string;
  to: string;
  zone: string;
}

/** Somebody else, or nobody, for one stretch. */
export interface Cover {
  from: string;
  until: string;
  personId: string | null;
  note?: string;
}

/** Who answers in the next two weeks. */
export const dutyQuery = queryOptions({
  queryKey: keys.duty(),
  queryFn: ({ signal }) => request<Duty>('/v1/duty?days=14', { signal }),
});

/** The rota as it is written. */
export const rotaQuery = queryOptions({
  queryKey: keys.dutyRota(),
  queryFn: ({ signal }) => request<WrittenRota>('/v1/duty/rota', { signal }),
});
