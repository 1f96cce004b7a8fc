import { z } from 'zod';
import { TIERS } from '../../../domain/intake';
import { LEVELS } from '../../../domain/priority';
import { momentView, orNull } from './common.schema';
import { dutyGapSchema } from './duty.schema';

const workActionSchema = z
  .object({ name: z.string(), kind: z.enum(['step', 'command']), title: z.string() })
  .meta({ id: 'WorkAction' });

const workItemSchema = z
  .object({
    escalationId: z.uuid(),
    ref: z.string(),
    summary: z.string(),
    account: z.object({ id: z.string(), name: z.string(), tier: z.enum(TIERS).nullable() }),
    level: z.enum(LEVELS),
    stage: z.string().nullable(),
    why: z
      .enum([
        'clock',
        'step',
        'commitment',
        'task',
        'approval',
        'acknowledge',
        'check-in',
        'broken-promise',
        'hand-over',
      ])
      .describe('`step`: the next step, which has no clock of its own'),
    what: z.string().describe('What waits, in words'),
    clockId: z.string().nullable(),
    commitmentId: z.string().nullable(),
    dueAt: momentView.nullable(),
    now: momentView.describe("The escalation's own now"),
    overdue: z.boolean(),
    breached: z.boolean(),
    action: orNull(workActionSchema).describe('The one next thing to do about it'),
    beside: orNull(workActionSchema).describe('`take-charge`, while its chain goes up'),
  })
  .meta({ id: 'WorkItem' });

/** What waits for the caller, and for those below them. */
export const workSchema = z
  .object({
    items: z.array(workItemSchema).describe('The most urgent first'),
    people: z
      .array(
        z.object({
          person: z.object({ id: z.string(), name: z.string(), title: z.string() }),
          items: z.array(workItemSchema),
        }),
      )
      .describe('From manager upwards: what waits for those below them, whoever is latest first'),
    dutyGaps: z
      .array(dutyGapSchema)
      .describe('From manager upwards: when nobody is on duty within the next seven days'),
    more: z.boolean().describe('More waits than is told here'),
    asOf: momentView,
  })
  .meta({ id: 'Work' });

/** The JSON of one thing that waits. */
export type WorkItem = z.infer<typeof workItemSchema>;

/** The JSON of what waits. */
export type WorkView = z.infer<typeof workSchema>;
