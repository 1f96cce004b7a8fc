import { z } from 'zod';
import { hint } from '../../field-hint';
import { text } from '../../text.schema';

/** From now on it is investigated and solved here again. */
export const leaveUmbrellaSchema = z.strictObject({
  reason: text(2_000).meta(hint({ title: 'Reason', description: 'Why it is another trouble', input: 'long-text' })),
});

/** A parsed leave-umbrella. */
export type LeaveUmbrellaBody = z.infer<typeof leaveUmbrellaSchema>;
