import { z } from 'zod';
import { isZone } from '../../shared/store/zones';

/** How somebody wants the console; sent and answered in the same shape. */
export const preferencesSchema = z
  .strictObject({
    theme: z.enum(['system', 'light', 'dark']),
    times: z.enum(['relative', 'absolute']),
    timeZone: z
      .string()
      .max(100)
      .refine(isZone, 'must be a time zone of the IANA database, such as Europe/Amsterdam')
      .nullable()
      .describe("null: the zone of the person's browser"),
    hour12: z.boolean().nullable().describe("null: as the browser's language has it"),
    reducedMotion: z.boolean().describe('Also where the system does not ask for it'),
    tourSeen: z.boolean(),
  })
  .meta({ id: 'Preferences' });

/** A person's preferences as JSON. */
export type PreferencesView = z.infer<typeof preferencesSchema>;
