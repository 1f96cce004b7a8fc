import { z } from 'zod';
import { hint } from '../../field-hint';
import { text } from '../../text.schema';

/** Puts an escalation under another version of the policy; the policy itself is added by whoever takes the message. */
export const reapplyPolicySchema = z.strictObject({
  version: z
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .meta(hint({ title: 'Version', description: 'Left out: the one that new escalations are raised under' })),
  reason: text(2_000).meta(hint({ title: 'Reason', description: 'Stands on the timeline', input: 'long-text' })),
  breachAllTheSame: z
    .boolean()
    .optional()
    .meta(
      hint({ title: 'Let clocks run out', description: 'Although some would run out at once; they are listed before' }),
    ),
});

/** A parsed re-application of a policy. */
export type ReapplyPolicyBody = z.infer<typeof reapplyPolicySchema>;
