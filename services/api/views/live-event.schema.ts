import { z } from 'zod';

/** What an `escalation` event of the stream carries; its SSE id is the journal's position. */
export const liveEventSchema = z.object({
  id: z.string().meta({ description: "The escalation's id" }),
  ref: z
    .string()
    .meta({ description: 'As people call it, such as `UP-1042`; empty where the read model is being rebuilt' }),
  seq: z.int(),
  type: z.string(),
  at: z.iso.datetime(),
  level: z.string().optional().meta({ description: 'Its level as it is now: P1 to P4' }),
  text: z.string().optional().meta({ description: 'What happened, in one sentence, as the timeline has it' }),
});

/** What an `escalation` event of the stream carries. */
export type LiveEventView = z.infer<typeof liveEventSchema>;
