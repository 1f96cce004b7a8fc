import { z } from 'zod';
import { messageSchema } from '../../message.schema';

/** What we know so far, and when the customer hears from us next; the full account stays due. */
export const interimUpdateSchema = z.strictObject({ message: messageSchema });

/** A parsed interim update. */
export type InterimUpdateBody = z.infer<typeof interimUpdateSchema>;
