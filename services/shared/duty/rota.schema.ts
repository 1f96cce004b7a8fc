import { z } from 'zod';
import { hint } from '../../../domain/field-hint';
import { identifier, line, moment } from '../../../domain/text.schema';
import { isZone } from '../store/zones';

/** The days of the week as a rota names them, Monday first. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const MOST_SHIFTS = 200;
const MOST_COVERS = 500;

const timeOfDay = (latest: string, pattern: RegExp) =>
  z.string().regex(pattern, `must be a time of day from 00:00 to ${latest}, such as 08:00`);

const shiftSchema = z.strictObject({
  personId: identifier.meta(hint({ title: 'Who', input: 'person' })),
  day: z.enum(WEEKDAYS).meta(hint({ title: 'Day', description: 'On which it begins' })),
  from: timeOfDay('23:59', /^(?:[01]\d|2[0-3]):[0-5]\d$/).meta(hint({ title: 'From', placeholder: '08:00' })),
  to: timeOfDay('24:00', /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/).meta(
    hint({ title: 'To', description: 'Not after `from`: it ends the day after', placeholder: '18:00' }),
  ),
  zone: z
    .string()
    .max(100)
    .refine(isZone, 'must be a name of the time zone database')
    .default('UTC')
    .meta(hint({ title: 'Time zone', placeholder: 'Europe/Berlin' })),
});

const coverSchema = z
  .strictObject({
    from: moment.meta(hint({ title: 'From', input: 'moment' })),
    until: moment.meta(hint({ title: 'Until', input: 'moment' })),
    personId: identifier
      .nullable()
      .meta(hint({ title: 'Who covers', description: 'Nobody: the list of the policy holds', input: 'person' })),
    note: line(200)
      .optional()
      .meta(hint({ title: 'Why' })),
  })
  .refine(({ from, until }) => Date.parse(until) > Date.parse(from), {
    path: ['until'],
    message: 'must be later than `from`',
  });

/** The duty rota as people write it: the week as it repeats, and cover for single stretches of it. */
export const rotaSchema = z.strictObject({
  shifts: z
    .array(shiftSchema)
    .max(MOST_SHIFTS)
    .meta(hint({ title: 'The week', description: 'Where two shifts meet, the one that stands first holds' })),
  cover: z
    .array(coverSchema)
    .max(MOST_COVERS)
    .default([])
    .meta(hint({ title: 'Cover', description: 'Somebody else, or nobody, for one stretch' })),
});

/** A parsed rota. */
export type Rota = z.infer<typeof rotaSchema>;
