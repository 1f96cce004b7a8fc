import { z } from 'zod';
import { hint } from './field-hint';

/** Money in integer minor units with an ISO 4217 currency. */
export const moneySchema = z.strictObject({
  amount: z
    .int()
    .min(0)
    .max(1_000_000_000_000_000)
    .meta(hint({ title: 'Amount', description: 'Integer minor units (cents)' })),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as USD')
    .meta(hint({ title: 'Currency', description: 'An ISO 4217 code', placeholder: 'USD' })),
});
