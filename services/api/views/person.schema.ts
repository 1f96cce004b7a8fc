import { z } from 'zod';
import { identifier, line, mailAddress, moment } from '../../../domain/text.schema';
import { isZone } from '../../shared/store/zones';
import { momentView, orNull, personRefSchema, roleView } from './common.schema';

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
    absences: z
      .array(z.object({ from: momentView, until: momentView, delegateId: z.string().nullable() }))
      .describe('Those that are not over, the next first'),
    awayUntil: momentView.nullable().describe('Set while they are in one of their absences'),
    delegate: orNull(personRefSchema).describe('Who stands in for them now'),
    leftAt: momentView.nullable().describe('Since when they are with the company no more'),
    sponsoring: z.int().optional().describe('How many open escalations they sponsor; in the list of people'),
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
  leftAt: moment
    .nullable()
    .optional()
    .describe('Since when they are with the company no more; null: they are back; absent: as it was'),
});

/** A person's JSON. */
export type PersonView = z.infer<typeof personSchema>;
