import { z } from 'zod';
import { ROLES, type Role } from '../../../domain/people';

/** A moment as ISO 8601 in UTC. */
export const momentView = z.iso.datetime().describe('ISO 8601, UTC');

/** A length of time as ISO 8601. */
export const durationView = z
  .string()
  .regex(/^P(?!$)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/)
  .describe('ISO 8601 duration, never negative');

/** A schema with a name of its own, or null; `.nullable()` on it would make its every use nullable in the document. */
export function orNull<Schema extends z.ZodType>(schema: Schema) {
  return z.union([schema, z.null()]);
}

/** A role. */
export const roleView = z.enum(ROLES as [Role, ...Role[]]);

/** A person where only who it is matters. */
export const personRefSchema = z.object({ id: z.string(), name: z.string() }).meta({ id: 'PersonRef' });

/** Somebody as the directory had them when they acted. */
export const actorSchema = z
  .object({ id: z.string(), name: z.string(), title: z.string(), roles: z.array(roleView) })
  .meta({ id: 'Actor' });

/** Money in integer minor units. */
export const moneyView = z
  .object({ amount: z.int().describe('Integer minor units'), currency: z.string() })
  .meta({ id: 'Money' });

/** A page of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().describe('Give it as `cursor` to go on; null at the end'),
  });
}
