import { z } from 'zod';
import { LEVELS } from '../../../domain/priority';
import { momentView } from './common.schema';

/** How many of the escalations that match stand how; each count is what the list gives with the same filter added. */
export const totalsSchema = z
  .object({
    total: z.int(),
    overdue: z.int().describe('`overdue=true`'),
    dueWithinHour: z.int().describe('`due_within=PT1H`'),
    unacknowledged: z.int().describe('`acknowledged=false`'),
    nobodyNotified: z.int().describe('`unheard=true`'),
    breached: z.int().describe('`breached=true`'),
    commitmentsDueToday: z
      .int()
      .describe(
        "Promises owed with a date of today in the caller's zone: those of `promised_today=true`, each counted",
      ),
    pausedShare: z
      .number()
      .describe('The share of their time, from their raising until their closure, for which they were paused: 0 to 1'),
    byStage: z
      .array(z.object({ stage: z.string().nullable(), count: z.int(), overdue: z.int() }))
      .describe('In the order of the steps; null: every step is done'),
    byLevel: z.array(z.object({ level: z.enum(LEVELS), count: z.int() })).describe('P1 to P4, each of them'),
    asOf: momentView,
  })
  .meta({ id: 'Totals' });

/** The totals' JSON. */
export type TotalsView = z.infer<typeof totalsSchema>;
