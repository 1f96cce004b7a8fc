import { z } from 'zod';
import { actorSchema, moneyView, momentView, orNull, personRefSchema } from './common.schema';

/** A promise to the customer. */
export const commitmentView = z
  .object({
    id: z.string(),
    text: z.string(),
    dueAt: momentView,
    responsible: personRefSchema,
    state: z.enum(['open', 'broken', 'kept', 'replaced']).describe('`broken` is past its date and still owed'),
    madeAt: momentView,
    keptAt: momentView.nullable(),
    movedFrom: z.array(momentView).describe('Its earlier dates, the first one first'),
    dependsOn: z.array(z.string()).describe('The tasks that must be done before'),
    remedy: z.boolean().describe('It promises the remedy itself'),
    clockId: z.string(),
  })
  .meta({ id: 'Commitment' });

const subjectView = z
  .object({
    kind: z.enum(['remedy', 'message']),
    solution: z.string().nullable().describe('Of a remedy: its kind'),
    description: z.string().nullable(),
    amount: orNull(moneyView),
    of: z.string().nullable().describe('Of words to the customer: the step or command that they go with'),
    subject: z.string().nullable(),
    text: z.string().nullable(),
  })
  .meta({ id: 'ApprovalSubject' });

/** A decision that somebody is asked for. */
export const approvalView = z
  .object({
    id: z.string(),
    subject: subjectView,
    what: z.string().describe('What is asked for, in words'),
    because: z.string().describe('Why it needs a decision'),
    reason: z.string().nullable().describe('What who asks has to say about it'),
    requestedBy: actorSchema,
    requestedAt: momentView,
    approver: orNull(personRefSchema).describe('Who is asked; others with the authority may decide as well'),
    state: z.enum(['open', 'approved', 'refused', 'cancelled']),
    decidedAt: momentView.nullable(),
    decidedBy: orNull(actorSchema),
    note: z.string().nullable(),
    holds: z.string().nullable().describe('The step or command that is done as soon as it is approved'),
    usedAt: momentView.nullable().describe('When what it allows was done; it allows it once'),
    clockId: z.string(),
  })
  .meta({ id: 'Approval' });

/** The JSON of a promise. */
export type CommitmentView = z.infer<typeof commitmentView>;

/** The JSON of a decision. */
export type ApprovalView = z.infer<typeof approvalView>;
