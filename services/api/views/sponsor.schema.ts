import { z } from 'zod';
import { LEVELS, type Level } from '../../../domain/priority';

const byLevel = z.object(Object.fromEntries(LEVELS.map((level) => [level, z.int()])) as Record<Level, z.ZodInt>);

/** What the executives lend their weight to. */
export const sponsorsSchema = z
  .object({
    sponsors: z
      .array(
        z.object({
          person: z.object({ id: z.string(), name: z.string(), title: z.string() }),
          open: z.int().describe('Escalations that they sponsor and that are not settled, withdrawn or merged'),
          openByLevel: byLevel,
          accounts: z.int().describe('Accounts whose own sponsor they are'),
          briefs: z.int().describe('Briefs that they got in the last 30 days'),
        }),
      )
      .max(500)
      .describe('Every executive and VP, by name'),
  })
  .meta({ id: 'Sponsors' });

/** The JSON of it. */
export type SponsorsView = z.infer<typeof sponsorsSchema>;
