import { z } from 'zod';
import { FACINGS } from '../../../domain/escalation/team/team';
import { momentView, orNull, personRefSchema } from './common.schema';

/** Something that somebody inside has to do by a date. */
const taskView = z
  .object({
    id: z.string(),
    text: z.string(),
    person: personRefSchema,
    dueAt: momentView,
    after: z.array(z.string()).describe('The tasks that must be done before'),
    blockedBy: z.array(z.string()).describe('Those of them that are still open'),
    counterpart: z.boolean().describe("Agreed with the customer's own executive: the person sees that they do it"),
    state: z.enum(['open', 'done', 'dropped']),
    doneAt: momentView.nullable(),
    note: z.string().nullable().describe('What came of it, or why it was dropped'),
    clockId: z.string(),
  })
  .meta({ id: 'Task' });

/** Somebody on the team, with what they are here for. */
const teamMemberView = z
  .object({ person: personRefSchema, role: z.string(), joinedAt: momentView })
  .meta({ id: 'TeamMember' });

const sponsorView = z
  .object({
    person: personRefSchema,
    facing: z.enum(FACINGS).describe('Into the company, to the customer, or both'),
    standing: z.boolean().describe("The account's own sponsor, not named for this escalation alone"),
  })
  .meta({ id: 'Sponsor' });

const counterpartView = z
  .object({ name: z.string(), title: z.string().nullable(), email: z.string().nullable() })
  .meta({ id: 'Counterpart' });

/** The people around the owner, and what they have to do. */
export const teamShape = {
  tasks: z.array(taskView),
  team: z.array(teamMemberView),
  escalationManager: orNull(personRefSchema).describe('May do here what a manager may'),
  sponsor: orNull(sponsorView).describe('An executive who lends weight, and is never the owner'),
  counterpart: orNull(counterpartView).describe("The customer's own executive; Upstairs never writes to them"),
};
