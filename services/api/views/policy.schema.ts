import { z } from 'zod';
import { policySchema } from '../../../domain/policy/policy.schema';
import { line, moment, text } from '../../../domain/text.schema';
import { momentView, orNull, pageOf, personRefSchema } from './common.schema';

const version = z.int().min(1).max(1_000_000);

const writtenPolicy = z
  .record(z.string(), z.unknown())
  .describe('As it is written in a draft: lengths of time as ISO 8601 durations, calendars by their rules');

const listedPolicySchema = z
  .object({
    version: z.int(),
    current: z.boolean().describe('New escalations are raised under it'),
    state: z.enum(['coming', 'current', 'past']),
    effectiveFrom: momentView.nullable().describe('null: the policy as shipped'),
    createdAt: momentView.nullable().describe('null: the policy as shipped'),
    draftedBy: orNull(personRefSchema),
    approvedBy: orNull(personRefSchema),
    note: z.string().nullable(),
  })
  .meta({ id: 'ListedPolicy' });

/** The JSON of a version in a list. */
export type ListedPolicyView = z.infer<typeof listedPolicySchema>;

/** A version of the policy with what it says. */
export const policyViewSchema = listedPolicySchema.extend({ policy: writtenPolicy }).meta({ id: 'Policy' });

/** The JSON of a version. */
export type PolicyView = z.infer<typeof policyViewSchema>;

/** Versions. */
export const policyPageSchema = pageOf(listedPolicySchema).meta({ id: 'PolicyPage' });

/** A policy that is being written. */
export const draftViewSchema = z
  .object({
    id: z.uuid(),
    title: z.string(),
    state: z.enum(['draft', 'submitted', 'approved', 'withdrawn']),
    revision: z.int().describe('Counts the changes; a change names the one that it was made from'),
    basedOn: z.int().describe('The version that it was made from'),
    author: personRefSchema,
    writers: z.array(personRefSchema).describe('Everybody who has written in it: none of them approves it'),
    createdAt: momentView,
    changedAt: momentView,
    changedBy: personRefSchema,
    decidedBy: orNull(personRefSchema),
    decidedAt: momentView.nullable(),
    note: z.string().nullable().describe('What was said with the last decision on it'),
    version: z.int().nullable().describe('The version that it became'),
    mayApprove: z.boolean().describe('Whether the caller may approve it as it stands'),
    policy: writtenPolicy,
  })
  .meta({ id: 'PolicyDraft' });

/** The JSON of a draft. */
export type DraftView = z.infer<typeof draftViewSchema>;

/** Drafts. */
export const draftPageSchema = pageOf(draftViewSchema).meta({ id: 'PolicyDraftPage' });

/** What begins a draft. */
export const draftBodySchema = z.strictObject({
  title: line(200).describe('What it is about'),
  basedOn: version.optional().describe('The version that it was made from; absent: the newest'),
  policy: policySchema.describe('The whole policy'),
});

/** What changes a draft. */
export const draftChangeSchema = draftBodySchema.extend({
  revision: z.int().min(1).describe('The revision that was read; another one since is a conflict'),
});

const remark = text(2_000);

/** An approval. */
export const approvalBodySchema = z.strictObject({
  note: remark.optional(),
  effectiveFrom: moment.optional().describe('From when it holds, a year ahead at most; absent: at once'),
  revision: z.int().min(1).describe('The revision that was looked at; another one since is a conflict'),
});

/** A refusal, which sends a draft back. */
export const refusalBodySchema = z.strictObject({ note: remark.describe('What is to change') });

/** What two policies say differently. */
export const comparisonSchema = z
  .object({
    from: z.int().describe('The version that it is compared with'),
    differences: z.array(
      z.object({
        path: z.string().describe('Where it stands, in words'),
        before: z.string().nullable().describe('null: it was not said'),
        after: z.string().nullable().describe('null: it is not said any more'),
      }),
    ),
  })
  .meta({ id: 'PolicyComparison' });

/** Which version to compare with. */
export const comparisonQuerySchema = z.strictObject({
  version: z.coerce.number().int().min(1).max(1_000_000).optional().describe('Absent: the present one'),
});
