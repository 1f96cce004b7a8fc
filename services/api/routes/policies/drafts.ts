import { z } from 'zod';
import { comparePolicies } from '../../../../domain/policy/compare-policies';
import { changeDraft, createDraft, listDrafts, moveDraft } from '../../../shared/store/policy-drafts';
import { endpoint, NO_CONTENT, ok, type AnyEndpoint } from '../../http/endpoint';
import { requirePermission } from '../../http/require';
import { Problem } from '../../problems/problem';
import {
  comparisonQuerySchema,
  comparisonSchema,
  draftBodySchema,
  draftChangeSchema,
  draftPageSchema,
  draftViewSchema,
} from '../../views/policy.schema';
import {
  baseOf,
  changedMeanwhile,
  draftViews,
  requireDraft,
  requireRevision,
  requireSound,
  requireState,
} from './open-draft';
import { comparedWith } from './versions';

/** So many drafts are open at a time. */
const MOST_DRAFTS = 100;

const tag = 'Policies';
const params = { id: 'Its id' };
const WRONG = ['invalid-content', 'calendar-never-open', 'unknown-person', 'not-eligible', 'unknown-policy'] as const;

/** Drafts: written by directors, VPs and admins, each looked at by a second person before it holds. */
export const draftEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    id: 'listPolicyDrafts',
    method: 'get',
    path: '/v1/policy-drafts',
    tag,
    summary: 'Drafts of a policy, those that changed last first',
    query: z.strictObject({
      state: z.enum(['open', 'approved', 'withdrawn']).default('open').describe('`open`: being written, or submitted'),
    }),
    answers: { 200: { description: 'A hundred at most.', schema: draftPageSchema } },
    problems: ['not-allowed'],
    handle: async ({ deps, query: { state }, caller }) => {
      requirePermission(caller, 'draft-policies');
      const states = state === 'open' ? (['draft', 'submitted'] as const) : [state];
      const drafts = await listDrafts(deps.database, states, MOST_DRAFTS);
      return ok({ items: await draftViews(deps, drafts, caller.person), nextCursor: null });
    },
  }),
  endpoint({
    id: 'createPolicyDraft',
    method: 'post',
    path: '/v1/policy-drafts',
    tag,
    summary: 'Begin a draft',
    description: 'The policy is written whole; `GET /v1/policies/{version}` gives one to begin with.',
    body: draftBodySchema,
    answers: { 201: { description: 'The draft.', schema: draftViewSchema } },
    problems: ['not-allowed', 'too-many-drafts', ...WRONG],
    idempotent: true,
    handle: async ({ deps, body: { title, basedOn, policy: document }, caller }) => {
      requirePermission(caller, 'draft-policies');
      await requireSound(deps, document);
      const text = { title, document, basedOn: await baseOf(deps, basedOn) };
      const draft = await createDraft(deps.database, text, caller.person.id, MOST_DRAFTS);
      if (!draft) throw new Problem('too-many-drafts', `There are ${MOST_DRAFTS} open drafts; withdraw one first.`);
      const [view] = await draftViews(deps, [draft], caller.person);
      return { status: 201, body: view, headers: { Location: `/v1/policy-drafts/${draft.id}` } };
    },
  }),
  endpoint({
    id: 'getPolicyDraft',
    method: 'get',
    path: '/v1/policy-drafts/{id}',
    tag,
    summary: 'One draft',
    params,
    answers: { 200: { description: 'The draft.', schema: draftViewSchema } },
    problems: ['not-allowed', 'not-found'],
    handle: async ({ deps, params: { id = '' }, caller }) => {
      requirePermission(caller, 'draft-policies');
      const [view] = await draftViews(deps, [await requireDraft(deps, id)], caller.person);
      return ok(view);
    },
  }),
  endpoint({
    id: 'changePolicyDraft',
    method: 'put',
    path: '/v1/policy-drafts/{id}',
    tag,
    summary: 'Write a draft anew; one that was submitted has to be submitted again',
    params,
    body: draftChangeSchema,
    answers: { 200: { description: 'The draft as it is now.', schema: draftViewSchema } },
    problems: ['not-allowed', 'not-found', 'draft-not-open', 'draft-changed', ...WRONG],
    handle: async ({ deps, params: { id = '' }, body, caller }) => {
      requirePermission(caller, 'draft-policies');
      const draft = await requireDraft(deps, id);
      requireState(draft, ['draft', 'submitted']);
      await requireRevision(deps, draft, body.revision);
      await requireSound(deps, body.policy);
      const basedOn = body.basedOn === undefined ? draft.basedOn : await baseOf(deps, body.basedOn);
      const text = { title: body.title, document: body.policy, basedOn };
      const changed = await changeDraft(deps.database, draft, text, caller.person.id);
      if (!changed) throw changedMeanwhile(await requireDraft(deps, id));
      const [view] = await draftViews(deps, [changed], caller.person);
      return ok(view);
    },
  }),
  endpoint({
    id: 'withdrawPolicyDraft',
    method: 'delete',
    path: '/v1/policy-drafts/{id}',
    tag,
    summary: 'Withdraw a draft; it stays on record',
    params,
    answers: { 204: { description: 'It is withdrawn.' } },
    problems: ['not-allowed', 'not-found', 'draft-not-open', 'draft-changed'],
    handle: async ({ deps, params: { id = '' }, caller }) => {
      requirePermission(caller, 'draft-policies');
      const draft = await requireDraft(deps, id);
      requireState(draft, ['draft', 'submitted']);
      const decision = { byId: caller.person.id, note: null };
      const moved = await moveDraft(deps.database, draft, { from: ['draft', 'submitted'], to: 'withdrawn', decision });
      if (!moved) throw changedMeanwhile(await requireDraft(deps, id));
      return NO_CONTENT;
    },
  }),
  endpoint({
    id: 'comparePolicyDraft',
    method: 'get',
    path: '/v1/policy-drafts/{id}/comparison',
    tag,
    summary: 'What a draft says differently from a version',
    params,
    query: comparisonQuerySchema,
    answers: { 200: { description: 'Each difference, in words.', schema: comparisonSchema } },
    problems: ['not-allowed', 'not-found'],
    handle: async ({ deps, params: { id = '' }, query, caller }) => {
      requirePermission(caller, 'draft-policies');
      const { document } = await requireDraft(deps, id);
      const from = await comparedWith(deps, query.version);
      return ok({ from: from.policy.version, differences: comparePolicies(from.document, document) });
    },
  }),
];
