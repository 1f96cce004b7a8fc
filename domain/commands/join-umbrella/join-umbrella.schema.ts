import { z } from 'zod';
import { hint } from '../../field-hint';
import { identifier, text } from '../../text.schema';

/** This escalation shares the investigation and the solution of another. */
export const joinUmbrellaSchema = z.strictObject({
  otherId: identifier.meta(
    hint({
      title: 'Umbrella',
      description: 'The ref of the escalation whose investigation and solution it shares',
      input: 'escalation',
      placeholder: 'UP-1042',
    }),
  ),
  reason: text(2_000)
    .optional()
    .meta(hint({ title: 'Reason', input: 'long-text' })),
});

/** A parsed join-umbrella. */
export type JoinUmbrellaBody = z.infer<typeof joinUmbrellaSchema>;
