import { z } from 'zod';
import { hint } from './field-hint';
import { identifier, text } from './text.schema';

/** Values of the policy's own fields, by name; whether the policy has them, and of which kind, the domain checks. */
export const customSchema = z
  .record(identifier, z.union([text(2_000), z.number(), z.boolean()]))
  .meta(hint({ title: 'Further fields', description: 'What the policy asks for besides, by the name of the field' }));
