import { z } from 'zod';
import type { Person } from '../../../domain/people';
import { identifier, line, mailAddress } from '../../../domain/text.schema';
import { isZone } from '../../shared/store/zones';
import { roleView } from './common.schema';

/** Somebody of the directory. */
export const personSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    title: z.string(),
    email: z.string(),
    roles: z.array(roleView),
    function: z.string(),
    managerId: z.string().nullable(),
    zone: z.string().describe('A name of the time zone database, such as Europe/Zurich'),
    available: z.boolean().describe('Away people own nothing new and are passed over by a chain'),
  })
  .meta({ id: 'Person' });

/** Somebody as they are written into the directory. */
export const personInputSchema = z.strictObject({
  id: identifier,
  name: line(200),
  title: line(200),
  email: mailAddress,
  roles: z.array(roleView).min(1).max(10),
  function: line(100),
  managerId: identifier.nullable().default(null),
  zone: z.string().max(100).refine(isZone, 'must be a name of the time zone database').default('UTC'),
  available: z.boolean().default(true),
});

/** A person's JSON. */
export type PersonView = z.infer<typeof personSchema>;

/** Somebody of the directory as JSON: the zone by its name. */
export function personView({ zone, roles, ...person }: Person): PersonView {
  return { ...person, roles: [...roles], zone: zone.name };
}
