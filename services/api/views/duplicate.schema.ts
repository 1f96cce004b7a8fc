import { z } from 'zod';
import { LEVELS } from '../../../domain/priority';
import { momentView, orNull, personRefSchema } from './common.schema';
import { statusView } from './escalation.schema';

const duplicateSchema = z
  .object({
    id: z.uuid(),
    ref: z.string(),
    summary: z.string(),
    account: z.object({ id: z.string(), name: z.string() }),
    status: statusView,
    stage: z.string().nullable(),
    level: z.enum(LEVELS),
    raisedAt: momentView,
    owner: orNull(personRefSchema),
    because: z.array(z.string()).describe('What speaks for it, in words'),
  })
  .meta({ id: 'LikelyDuplicate' });

/** Escalations that may be the same complaint, the likeliest first. */
export const duplicatesSchema = z.object({ items: z.array(duplicateSchema).max(5) }).meta({ id: 'LikelyDuplicates' });

/** The JSON of one likely duplicate. */
export type DuplicateView = z.infer<typeof duplicateSchema>;

/** The JSON of the likely duplicates. */
export type DuplicatesView = z.infer<typeof duplicatesSchema>;
