import { z } from 'zod';

/** A problem as every refusal of the API is told (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.string().describe('Stable for programs: `/problems/<slug>`, where it is explained'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What was wrong this time'),
    errors: z
      .array(
        z.object({
          pointer: z.string().describe('An RFC 6901 pointer as a URI fragment, such as `#/ownerId`'),
          detail: z.string(),
        }),
      )
      .optional()
      .describe('Every field that is wrong'),
    requestId: z.string().optional().describe('The `x-request-id` of this answer'),
  })
  .meta({ id: 'Problem' });
