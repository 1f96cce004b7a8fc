import { z } from 'zod';
import { isZone } from '../../shared/store/zones';
import { momentView, orNull, personRefSchema } from './common.schema';

const stretchSchema = z
  .object({
    from: momentView,
    until: momentView,
    onShift: orNull(personRefSchema).describe('By the rota; null: it has nobody'),
    answers: orNull(personRefSchema).describe('Who answers in fact'),
    by: z.enum(['rota', 'delegate', 'list']).nullable().describe('`list`: the duty managers that the policy names'),
    gap: z.boolean(),
  })
  .meta({ id: 'DutyStretch' });

/** A time for which nobody is on duty. */
export const dutyGapSchema = z
  .object({
    from: momentView,
    until: momentView,
    because: z.string().describe('In words'),
  })
  .meta({ id: 'DutyGap' });

/** Who is on duty, from now on. */
export const dutySchema = z
  .object({
    asOf: momentView,
    until: momentView,
    shifts: z.array(stretchSchema).describe('One after the other, without anything between them'),
    gaps: z.array(dutyGapSchema),
    more: z.boolean().describe('There is more than is told here'),
  })
  .meta({ id: 'Duty' });

/** The feed as somebody brings it. */
export const feedInputSchema = z.strictObject({
  text: z.string().max(1_000_000, 'must be at most 1 MB').nullable().describe('An ICS file; null: no feed any more'),
  zone: z
    .string()
    .max(100)
    .refine(isZone, 'must be a name of the time zone database')
    .default('UTC')
    .describe('Of days and times that name no zone'),
});

/** What a feed came to. */
export const feedSchema = z
  .object({ shifts: z.int(), until: momentView.nullable().describe('When the last shift ends') })
  .meta({ id: 'DutyFeed' });
