import { z } from 'zod';
import { DOORS, ORIGINS, SCOPES, SEVERITIES, TIERS } from '../../../domain/intake';
import { LEVELS } from '../../../domain/priority';
import { ROOT_CAUSES } from '../../../domain/root-cause';
import { teamShape } from './team.schema';
import { approvalView, commitmentView } from './agreements.schema';
import { actorSchema, durationView, moneyView, momentView, orNull, pageOf, personRefSchema } from './common.schema';
import { togetherShape } from './together.schema';
import { customView, overrideView, pausedShape, waitingShape } from './waiting.schema';

/** The rungs of a chain, from the bottom up. */
const RUNGS = ['manager', 'director', 'vp', 'everyone'] as const;

/** Where an escalation as a whole stands. */
export const statusView = z.enum(['open', 'paused', 'closed', 'settled', 'withdrawn', 'merged']);

const accountFactsSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    tier: z.enum(TIERS).nullable().describe('null: unknown, counts as enterprise'),
    arr: orNull(moneyView),
    customerSince: z.iso.date().nullable(),
    csm: orNull(personRefSchema),
    csmId: z.string().nullable(),
    brokenPromises: z.int().describe('Promises to this customer that were not kept by their date, in all escalations'),
  })
  .meta({ id: 'EscalationAccount' });

const prioritySchema = z
  .object({
    level: z.enum(LEVELS),
    score: z.number(),
    factors: z.array(z.object({ name: z.string(), points: z.number(), because: z.string() })),
    override: orNull(overrideView).describe('Set where a person overrode the level'),
  })
  .meta({ id: 'Priority' });

const stepView = z
  .object({
    name: z.string(),
    title: z.string(),
    state: z.enum(['waiting', 'active', 'done', 'skipped']),
    completedAt: momentView.nullable(),
    completedBy: orNull(personRefSchema),
    waitsFor: z
      .string()
      .nullable()
      .describe('Who completes it, in words: `the owner, Anneke Voss`; null once it is done or no longer needed'),
  })
  .meta({ id: 'Step' });

const nextView = z.object({ rung: z.string(), at: momentView });

const clockView = z
  .object({
    id: z.string(),
    for: z.enum(['step', 'keep-informed', 'commitment', 'task', 'approval']),
    startedAt: momentView.describe('The anchor that it counts from'),
    dueAt: momentView,
    budget: durationView,
    calendar: z.string().nullable().describe('The calendar of its policy that it counts in; null: every hour'),
    state: z.enum(['running', 'paused', 'met', 'breached', 'cancelled']),
    remaining: durationView
      .nullable()
      .describe("Until it is due, by the escalation's own now; of one that rests what is left; null once it has ended"),
    overdue: durationView.nullable().describe('Since it was due and not met'),
    remindedAt: momentView.nullable(),
    breachedAt: momentView.nullable(),
    metAt: momentView.nullable(),
    heldUntil: momentView.nullable().describe('Somebody took charge: its chain rests until then'),
    next: nextView
      .nullable()
      .describe('What happens next if nobody acts: reminder, breach, manager, director, vp, everyone'),
  })
  .meta({ id: 'Clock' });

const listedClockView = z
  .object({
    id: z.string(),
    for: clockView.shape.for,
    startedAt: momentView,
    dueAt: momentView,
    state: clockView.shape.state,
    remaining: durationView.nullable(),
    overdue: durationView.nullable(),
    breachedAt: momentView.nullable(),
    metAt: momentView.nullable(),
    heldUntil: momentView.nullable(),
    next: nextView.nullable().describe('As in the whole escalation'),
  })
  .meta({ id: 'ListedClock' });

const listedCommitmentsView = z
  .object({
    open: z.int().describe('Promised and not yet due'),
    broken: z.int().describe('Past their date and still owed'),
    nextDueAt: momentView.nullable().describe('The earliest date of those that are owed, passed or to come'),
  })
  .meta({ id: 'ListedCommitments' });

const actionView = z
  .object({
    name: z.string(),
    kind: z.enum(['step', 'command']),
    method: z.literal('POST'),
    href: z.string(),
  })
  .meta({ id: 'Action' });

const head = {
  id: z.uuid(),
  ref: z.string(),
  status: statusView,
  stage: z.string().nullable().describe('The earliest step that is not done; null when all are'),
  summary: z.string(),
  door: z.enum(DOORS),
  severity: z.enum(SEVERITIES),
  owner: orNull(personRefSchema),
  quiet: z.boolean().describe('Imported: disturbs nobody until it is activated'),
  raisedAt: momentView,
  receivedAt: momentView,
  closedAt: momentView.nullable(),
  settledAt: momentView.nullable(),
  now: momentView.describe("The escalation's own now"),
  seq: z.int(),
  rootCause: z.enum(ROOT_CAUSES).nullable(),
  externalRef: z.string().nullable(),
};

const contactView = z.object({ name: z.string().nullable(), email: z.string().nullable() });

/** An escalation, as lists show it. */
export const escalationItemSchema = z
  .object({
    ...head,
    account: z.object({ id: z.string(), name: z.string(), tier: z.enum(TIERS).nullable() }),
    priority: z.object({ level: z.enum(LEVELS), score: z.number() }),
    breached: z.boolean().describe('A clock has run out and is not answered'),
    unheard: z.boolean().describe('Somebody was to be told and nobody could be'),
    nextDueAt: momentView.nullable().describe('The next thing that happens by itself'),
    dueAt: momentView.nullable().describe('The earliest end of a clock that still watches, passed or to come'),
    next: z
      .object({ clockId: z.string(), ...nextView.shape })
      .nullable()
      .describe('What its clocks do next if nobody acts'),
    chain: z
      .object({ clockId: z.string(), rung: z.enum(RUNGS) })
      .nullable()
      .describe('How far up a breach that is not answered has gone: the highest rung that was told'),
    commitments: listedCommitmentsView,
    ...pausedShape,
    pausedUntil: momentView.nullable().describe('We wait for the customer until then'),
    levelSetUntil: momentView.nullable().describe('A person has set its level until then'),
    custom: customView.describe("The policy's own fields"),
    contact: contactView.nullable(),
    csmId: z.string().nullable().describe("The account's CSM"),
    acknowledgedAt: momentView.nullable(),
    clocks: z.array(listedClockView).describe('Those that still watch something, the next due first'),
  })
  .meta({ id: 'EscalationItem' });

/** A page of escalations. */
export const escalationPageSchema = pageOf(escalationItemSchema)
  .extend({ total: z.int().optional().describe('How many match, where `total=true` asked for it') })
  .meta({ id: 'EscalationPage' });

/** An escalation, whole. */
export const escalationSchema = z
  .object({
    ...head,
    round: z.int().describe('Counts from 1; a reopening begins another'),
    account: accountFactsSchema,
    priority: prioritySchema,
    steps: z.array(stepView),
    clocks: z.array(clockView),
    commitments: z.array(commitmentView),
    narrative: z.string(),
    scope: z.enum(SCOPES).nullable(),
    origin: z.enum(ORIGINS).nullable(),
    contact: contactView.nullable(),
    public: z.boolean(),
    threatensPublic: z.boolean(),
    threatensLegal: z.boolean().describe('They threaten legal action'),
    raisedBy: actorSchema,
    signer: orNull(personRefSchema).describe('Who acknowledged; stays answerable where another owns'),
    acknowledgedAt: momentView.nullable(),
    lastContactAt: momentView.nullable(),
    outcome: z.enum(['improved', 'unconfirmed']).nullable(),
    rootCauseNote: z.string().nullable(),
    policyVersion: z.int(),
    approvals: z.array(approvalView).describe('Decisions that somebody was asked for'),
    ...teamShape,
    ...togetherShape,
    ...waitingShape,
    participants: z
      .array(personRefSchema)
      .describe('Who takes part: raised it, owns or signed it, promised something, acted; and the CSM'),
    unheardClocks: z.array(z.string()).describe('Clocks whose last rung reached nobody, an alarm'),
    actions: z.array(actionView).describe('What the caller may do next'),
  })
  .meta({ id: 'Escalation' });

/** An escalation's JSON, whole. */
export type EscalationView = z.infer<typeof escalationSchema>;

/** An escalation's JSON in a list. */
export type EscalationItemView = z.infer<typeof escalationItemSchema>;
