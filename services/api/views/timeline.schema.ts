import { z } from 'zod';
import { actorSchema, momentView, orNull, pageOf } from './common.schema';

/** An event of the timeline. */
export const timelineItemSchema = z
  .object({
    seq: z.int(),
    type: z.string(),
    at: momentView.describe("The escalation's own time"),
    recordedAt: momentView.describe('When it was written down, by the wall clock'),
    actor: orNull(actorSchema).describe('null: the system'),
    summary: z.string().describe('The event in one sentence'),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'TimelineEvent' });

/** A page of the timeline, oldest first. */
export const timelinePageSchema = pageOf(timelineItemSchema).meta({ id: 'Timeline' });

/** An event's JSON. */
export type TimelineItem = z.infer<typeof timelineItemSchema>;
