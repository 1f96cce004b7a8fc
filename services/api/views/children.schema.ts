import { z } from 'zod';
import { raiseSchema } from '../../../domain/intake.schema';
import { line, identifier, text } from '../../../domain/text.schema';
import { escalationItemSchema } from './escalation.schema';
import { problemSchema } from './problem.schema';
import { orNull } from './common.schema';

/** More at once would take longer than a request may. */
const MOST_AT_ONCE = 200;

const { summary, door, severity } = raiseSchema.shape;

/** One account under an umbrella: what is not said is as in the umbrella. */
const childSchema = raiseSchema.extend({
  summary: summary.optional().describe("Absent: the umbrella's"),
  narrative: raiseSchema.shape.narrative.unwrap().optional().describe("Absent: the umbrella's"),
  door: door.optional().describe("Absent: the umbrella's"),
  severity: severity.unwrap().optional().describe("Absent: the umbrella's"),
});

/** A parsed item. */
export type ChildBody = z.infer<typeof childSchema>;

/** The body that raises an escalation for each account. */
export const raiseChildrenSchema = z.strictObject({ items: z.array(childSchema).min(1).max(MOST_AT_ONCE) });

/** The body that acknowledges all of them. */
export const acknowledgeSchema = z.strictObject({
  ownerId: identifier.describe('The one person who owns each of them'),
  subject: line(300),
  body: text(20_000).describe(
    'One text for all, naming each: {{contact}} (their name, else the account), {{account}}, {{owner}}, {{signer}}, {{title}}, {{ref}}',
  ),
  sendAllTheSame: z.boolean().optional().describe('Although it sounds impersonal; this is recorded'),
});

/** A parsed bulk acknowledgment. */
export type AcknowledgeBody = z.infer<typeof acknowledgeSchema>;

const childRef = z.object({ id: z.string(), ref: z.string(), account: z.string() }).meta({ id: 'ChildRef' });

const refusedShape = { outcome: z.literal('refused'), problem: problemSchema };

/** One of many that was refused, with the problem that it would have had alone. */
export type RefusedView = z.infer<z.ZodObject<typeof refusedShape>>;

const raisedChild = z
  .union([
    z.object({ index: z.int(), outcome: z.enum(['created', 'exists']), escalation: childRef }),
    z.object({ index: z.int(), ...refusedShape }),
  ])
  .meta({ id: 'RaisedChild' });

/** What became of one item. */
export type RaisedChildView = z.infer<typeof raisedChild>;

/** What became of each, in their order. */
export const raisedChildrenSchema = z
  .object({ created: z.int(), exists: z.int(), refused: z.int(), items: z.array(raisedChild) })
  .meta({ id: 'RaisedChildren' });

const acknowledgedChild = z
  .union([
    z.object({ escalation: childRef, outcome: z.literal('acknowledged') }),
    z.object({ escalation: childRef, outcome: z.literal('skipped'), detail: z.string() }),
    z.object({ escalation: childRef, ...refusedShape }),
  ])
  .meta({ id: 'AcknowledgedChild' });

/** What became of one of them. */
export type AcknowledgedChildView = z.infer<typeof acknowledgedChild>;

/** What became of each. */
export const acknowledgedChildrenSchema = z
  .object({ acknowledged: z.int(), skipped: z.int(), refused: z.int(), items: z.array(acknowledgedChild) })
  .meta({ id: 'AcknowledgedChildren' });

/** What the first one would get. */
export const acknowledgmentPreviewSchema = z
  .object({
    waiting: z.int().describe('How many would be acknowledged'),
    skipped: z.int(),
    first: orNull(
      z.object({
        escalation: childRef,
        to: z.string().nullable(),
        subject: z.string(),
        text: z.string(),
        refusal: orNull(problemSchema),
      }),
    ),
  })
  .meta({ id: 'AcknowledgmentPreview' });

/** A preview's JSON. */
export type AcknowledgmentPreview = z.infer<typeof acknowledgmentPreviewSchema>;

/** Those under an umbrella, where each stands. */
export const childrenSchema = z
  .object({
    count: z.int().describe('All of them, those that you may not see included'),
    items: z.array(escalationItemSchema),
  })
  .meta({ id: 'Children' });
