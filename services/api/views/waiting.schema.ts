import { z } from 'zod';
import { LEVELS } from '../../../domain/priority';
import { actorSchema, durationView, momentView, orNull, personRefSchema } from './common.schema';

/** A level that a person set against the weighing. */
export const overrideView = z
  .object({
    level: z.enum(LEVELS),
    reason: z.string(),
    by: actorSchema,
    at: momentView,
    until: momentView.describe('The weighing holds again then'),
    weighed: z.enum(LEVELS).describe('What the weighing says meanwhile'),
  })
  .meta({ id: 'PriorityOverride' });

const pauseView = z
  .object({ since: momentView, until: momentView, reason: z.string(), askedAt: momentView })
  .meta({ id: 'Pause' });

const handOverView = z
  .object({ to: personRefSchema, note: z.string(), offeredAt: momentView })
  .meta({ id: 'HandOver' });

const customFieldView = z
  .object({
    name: z.string(),
    title: z.string(),
    kind: z.enum(['text', 'number', 'day', 'yes-no', 'choice']),
    choices: z.array(z.string()),
    requiredFor: z.array(z.string()).describe('The steps that are not completed without it, at this level and tier'),
  })
  .meta({ id: 'CustomField' });

/** How often and how long something was paused. */
export const pausedShape = {
  pauses: z.int().describe('How often it was paused'),
  paused: durationView.describe('For how long in all, a pause that lasts included'),
  pausedShare: z.number().describe('The share of its time, from its raising until its closure: 0 to 1'),
};

/** The values of the policy's own fields, by name. */
export const customView = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** What waits, what was set by hand, what is offered, and what the policy asks for besides. */
export const waitingShape = {
  pause: orNull(pauseView).describe('We wait for the customer: the clocks of the steps rest'),
  ...pausedShape,
  handOver: orNull(handOverView).describe('The owner has offered it to somebody, who has not answered yet'),
  custom: customView,
  customFields: z.array(customFieldView).describe('The fields of its own policy'),
};
