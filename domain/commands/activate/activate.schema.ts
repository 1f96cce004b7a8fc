import { z } from 'zod';
import { text } from '../../text.schema';

/** Ends the quiet of an imported escalation. */
export const activateSchema = z.strictObject({ reason: text(2_000).optional() });

/** A parsed activate. */
export type ActivateBody = z.infer<typeof activateSchema>;
