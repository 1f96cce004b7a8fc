import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  acknowledgedChildrenSchema,
  AcknowledgmentPreview,
  childrenSchema,
  raisedChildrenSchema,
} from '../../../api/views/children.schema';
import { keys } from './keys';
import { request } from './request';

/** Those under an umbrella. */
export type Children = z.infer<typeof childrenSchema>;

/** What became of each that was to be raised. */
export type RaisedChildren = z.infer<typeof raisedChildrenSchema>;

/** What became of each that was to be acknowledged. */
export type AcknowledgedChildren = z.infer<typeof acknowledgedChildrenSchema>;

/** What the first one would get. */
export type { AcknowledgmentPreview };

/** Those under an umbrella, where each stands. */
export const childrenQuery = (ref: string) =>
  queryOptions({
    queryKey: keys.escalations({ under: ref }),
    queryFn: ({ signal }) => request<Children>(childrenPath(ref), { signal }),
  });

/** Where they are. */
export function childrenPath(ref: string): string {
  return `/v1/escalations/${encodeURIComponent(ref)}/children`;
}
