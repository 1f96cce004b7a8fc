import { z } from 'zod';
import { durationView, momentView, orNull } from './common.schema';

/** Why every clock stands where it does, and what the caller may do. */
export const explanationSchema = z
  .object({
    id: z.uuid(),
    ref: z.string(),
    now: momentView.describe("The escalation's own now"),
    standing: z.array(z.string()).describe('What holds for all of its clocks: a pause, a level that was set, an offer'),
    clocks: z.array(
      z.object({
        id: z.string(),
        what: z.string().describe('What it watches, in words'),
        state: z.string(),
        anchor: z.object({ because: z.string(), at: momentView }),
        budget: durationView,
        policyLine: z.string().describe('Where the budget stands'),
        dueAt: momentView,
        metAt: momentView.nullable(),
        breachedAt: momentView.nullable(),
        responsible: orNull(z.object({ id: z.string(), name: z.string(), because: z.string() })),
        chain: z
          .array(z.object({ id: z.string(), name: z.string(), title: z.string() }))
          .describe('From the bottom up'),
        next: orNull(z.object({ what: z.string(), at: momentView, to: z.array(z.string()), because: z.string() })),
      }),
    ),
    actions: z
      .array(
        z.object({
          name: z.string(),
          kind: z.enum(['step', 'command']),
          possible: z.boolean(),
          refusal: orNull(z.object({ type: z.string(), status: z.int(), detail: z.string() })),
        }),
      )
      .describe('What you may do now, and why not the rest'),
  })
  .meta({ id: 'Explanation' });

/** Its JSON. */
export type ExplanationView = z.infer<typeof explanationSchema>;
