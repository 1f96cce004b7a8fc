import { z } from 'zod';
import { hint } from '../field-hint';
import { day, identifier, line, moment } from '../text.schema';
import { weekProblems } from './written-week';

/** So many ranges a day has at most. */
const MOST_RANGES = 12;

/** So many closures a calendar has at most. */
export const MOST_CLOSURES = 5_000;

const time = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time of day from 00:00 to 24:00, such as 09:30');

const ranges = z.array(z.tuple([time, time])).max(MOST_RANGES);

const week = z
  .strictObject({
    monday: ranges.optional().meta(hint({ title: 'Monday' })),
    tuesday: ranges.optional().meta(hint({ title: 'Tuesday' })),
    wednesday: ranges.optional().meta(hint({ title: 'Wednesday' })),
    thursday: ranges.optional().meta(hint({ title: 'Thursday' })),
    friday: ranges.optional().meta(hint({ title: 'Friday' })),
    saturday: ranges.optional().meta(hint({ title: 'Saturday' })),
    sunday: ranges.optional().meta(hint({ title: 'Sunday' })),
  })
  .superRefine((written, context) => {
    for (const { path, detail } of weekProblems(written)) context.addIssue({ code: 'custom', path, message: detail });
  });

const holidays = z.strictObject({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be the two letters of a country, such as DE')
    .meta(hint({ title: 'Country', description: 'Two letters: DE, GB, US', placeholder: 'DE' })),
  region: line(40)
    .optional()
    .meta(hint({ title: 'Region', description: 'A state, or a region of one: BY, BY-A', placeholder: 'BY' })),
});

const dayOrMoment = z.union([day, moment], { error: 'must be a day (2026-12-24), or a moment with Z or an offset' });

const isDay = (text: string) => !text.includes('T');

/** A time besides the holidays when nobody works: whole days, the last one included, or moments, the end excluded. */
export const closureSchema = z
  .strictObject({
    from: dayOrMoment.meta(hint({ title: 'From', description: 'The first day, or the moment' })),
    to: dayOrMoment.meta(hint({ title: 'To', description: 'The last day, itself closed, or the moment when it ends' })),
    title: line(200).meta(hint({ title: 'What it is', placeholder: 'Company outing' })),
  })
  .superRefine(({ from, to }, context) => {
    const wrong = (message: string) => context.addIssue({ code: 'custom', path: ['to'], message });
    if (isDay(from) !== isDay(to)) wrong('must be a day where `from` is one, and a moment where `from` is one');
    else if (isDay(from) && to < from) wrong('must not be before `from`');
    else if (!isDay(from) && Date.parse(to) <= Date.parse(from)) wrong('must be later than `from`');
  });

/** A calendar as people write it. Zone and country are looked up by `checkCalendar`, which knows the lists. */
export const calendarSpecSchema = z.strictObject({
  name: identifier.meta(hint({ title: 'Name', description: 'Clocks name it', placeholder: 'business-berlin' })),
  zone: line(100).meta(hint({ title: 'Time zone', description: 'Its IANA name', placeholder: 'Europe/Berlin' })),
  week: week.meta(hint({ title: 'Open hours', description: 'Several ranges a day; a day without any is closed' })),
  holidays: holidays.optional().meta(hint({ title: 'Public holidays', description: 'Of a country or a region of it' })),
  closures: z
    .array(closureSchema)
    .max(MOST_CLOSURES)
    .optional()
    .meta(hint({ title: 'Closed besides', description: 'Typed in, or taken from an ICS file' })),
});

/** A time when nobody works. */
export type Closure = z.infer<typeof closureSchema>;

/** A parsed calendar. */
export type CalendarSpec = z.infer<typeof calendarSpecSchema>;
