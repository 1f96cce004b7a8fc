import { z } from 'zod';
import { problemSchema } from './problem.schema';

const counts = z.object({
  clocks: z.int().describe('How often one began'),
  reminded: z.int(),
  breached: z.int(),
  rungs: z.int(),
  people: z.int().describe('How many different people were told of them'),
});

const beforeAndAfter = z.object({
  clockId: z.string().describe("A step's name, `keep-informed`, `commitment`, `task` or `approval`"),
  before: counts,
  after: counts,
});

/** What a draft would have changed. */
export const whatIfSchema = z
  .object({
    days: z.int(),
    escalations: z.int().describe('So many were looked at'),
    capped: z.boolean().describe('There are more of them; these are the newest'),
    differing: z.int().describe('In so many something would have been otherwise'),
    clocks: z.array(beforeAndAfter),
    most: z
      .array(z.object({ id: z.string(), ref: z.string(), level: z.string(), clocks: z.array(beforeAndAfter) }))
      .describe('The ten that would have differed most, with the clocks that differ'),
  })
  .meta({ id: 'WhatIf' });

/** The JSON of what a draft would have changed. */
export type WhatIfView = z.infer<typeof whatIfSchema>;

/** One line of the answer. */
export const whatIfLineSchema = z
  .union([
    z.object({ progress: z.object({ done: z.int(), total: z.int() }) }),
    z.object({ result: whatIfSchema }),
    z.object({ problem: problemSchema }),
  ])
  .meta({ id: 'WhatIfLine' });
