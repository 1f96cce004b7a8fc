import { z } from 'zod';
import { hint } from '../../field-hint';
import { identifier, text } from '../../text.schema';

/** This escalation ends, another one takes over everything. */
export const mergeSchema = z.strictObject({
  intoId: identifier.meta(
    hint({
      title: 'Merge into',
      description: 'The ref of the escalation that survives: it takes over promises, tasks, contacts and clocks',
      input: 'escalation',
      placeholder: 'UP-1042',
    }),
  ),
  reason: text(2_000).meta(
    hint({ title: 'Reason', description: 'Why they are the same complaint', input: 'long-text' }),
  ),
});

/** A parsed merge. */
export type MergeBody = z.infer<typeof mergeSchema>;
