import { z } from 'zod';
import { isoDuration, parseIsoDuration } from '../iso-duration';

/** A length of time as ISO 8601, between two bounds that are themselves allowed. */
export function durationBetween(leastMs: number, mostMs: number) {
  return z
    .string()
    .max(40)
    .superRefine((text, context) => {
      const ms = parseIsoDuration(text);
      if (ms !== null && ms >= leastMs && ms <= mostMs) return;
      const wanted = ms === null ? 'must be an ISO 8601 duration such as PT2H or P1D,' : 'must be';
      const bounds = `between ${isoDuration(leastMs)} and ${isoDuration(mostMs)}`;
      context.addIssue({ code: 'custom', message: `${wanted} ${bounds}` });
    });
}
