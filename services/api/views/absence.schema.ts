import { z } from 'zod';
import { hint } from '../../../domain/field-hint';
import { day, identifier, line, moment } from '../../../domain/text.schema';
import { momentView, orNull, personRefSchema } from './common.schema';

/** When somebody is away, and who stands in for them. */
export const absenceSchema = z
  .object({
    id: z.string(),
    personId: z.string(),
    from: momentView,
    until: momentView.describe('Not included: back from then on'),
    delegate: orNull(personRefSchema).describe('Reminders and rungs go to them; null: they are passed over'),
    note: z.string().nullable().describe('For themselves, managers upwards and admins; null to others'),
    writtenBy: personRefSchema,
  })
  .meta({ id: 'Absence' });

const dayOrMoment = z.union([day, moment], { error: 'must be a day (2026-12-24), or a moment with Z or an offset' });

/** An absence as somebody writes it: days of their own zone, the last one included, or moments. */
export const absenceInputSchema = z.strictObject({
  from: dayOrMoment.meta(
    hint({ title: 'From', description: 'The first day, or the moment', placeholder: '2026-12-21' }),
  ),
  until: dayOrMoment.meta(
    hint({ title: 'Until', description: 'The last day, itself included, or the moment when they are back' }),
  ),
  delegateId: identifier
    .nullable()
    .default(null)
    .meta(hint({ title: 'Who stands in', description: 'Reminders and rungs go to them', input: 'person' })),
  note: line(300)
    .optional()
    .meta(hint({ title: 'Note' })),
});

/** A parsed absence. */
export type AbsenceInput = z.infer<typeof absenceInputSchema>;

/** What somebody who leaves hands on. */
export const departureSchema = z
  .object({
    personId: z.string(),
    leftAt: momentView,
    to: orNull(personRefSchema).describe('The first person above them who is here; null: nobody, so who is on duty'),
    escalations: z.int().describe('In so many they hold something'),
    places: z.record(z.string(), z.int()).describe('What they hold, by kind: `owner`, `commitment`, `task` …'),
  })
  .meta({ id: 'Departure' });
