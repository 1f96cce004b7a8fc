import { z } from 'zod';

/** What the company counts as an executive escalation. */
const definitionView = z
  .object({
    title: z.string(),
    text: z.array(z.string()).describe('Paragraphs'),
    scope: z.array(z.string()).describe('One line on each scope'),
    origin: z.array(z.string()).describe('One line on each origin'),
  })
  .meta({ id: 'Definition' });

/** What this system is. */
export const aboutSchema = z
  .object({
    name: z.literal('Upstairs'),
    version: z.string(),
    demo: z.boolean(),
    temporalUiUrl: z.string().nullable(),
    definition: definitionView,
  })
  .meta({ id: 'About' });

/** Its JSON. */
export type AboutView = z.infer<typeof aboutSchema>;
