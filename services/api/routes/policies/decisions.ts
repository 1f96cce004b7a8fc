import { z } from 'zod';
import { DAY_MS, MINUTE_MS } from '../../../../domain/duration';
import { DEFAULT_PLAN } from '../../../../domain/steps/plan';
import type { PolicyDraft } from '../../../shared/store/policy-drafts';
import { approveDraft, DraftOutdated, moveDraft } from '../../../shared/store/policy-drafts';
import { workersBehind } from '../../../shared/workers-behind';
import type { ApiDeps } from '../../deps';
import { endpoint, ok, type AnyEndpoint, type Caller } from '../../http/endpoint';
import { requirePermission } from '../../http/require';
import { Problem } from '../../problems/problem';
import { approvalBodySchema, draftViewSchema, refusalBodySchema } from '../../views/policy.schema';
import { changedMeanwhile, draftViews, requireDraft, requireRevision, requireSound, requireState } from './open-draft';

/** A policy may be dated so far ahead; what is further off is drafted again by then. */
const FURTHEST_MS = 366 * DAY_MS;

/** Clocks of two machines may differ so much before a moment counts as past. */
const CLOCK_SKEW_MS = MINUTE_MS;

const tag = 'Policies';
const params = { id: 'Its id' };
const answers = { 200: { description: 'The draft as it is now.', schema: draftViewSchema } };

/** How a draft comes into force: submitted by one person, approved by another. */
export const draftDecisionEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    id: 'submitPolicyDraft',
    method: 'post',
    path: '/v1/policy-drafts/{id}/submit',
    tag,
    summary: 'Submit a draft for a second person to look at',
    params,
    body: z.strictObject({}),
    answers,
    problems: ['not-allowed', 'not-found', 'draft-not-open', 'draft-changed', 'invalid-content'],
    idempotent: true,
    handle: async ({ deps, params: { id = '' }, caller }) => {
      requirePermission(caller, 'draft-policies');
      const draft = await requireDraft(deps, id);
      requireState(draft, ['draft']);
      await requireSound(deps, draft.document);
      return moved(deps, caller, draft, await moveDraft(deps.database, draft, { from: ['draft'], to: 'submitted' }));
    },
  }),
  endpoint({
    id: 'approvePolicyDraft',
    method: 'post',
    path: '/v1/policy-drafts/{id}/approve',
    tag,
    summary: 'Approve a draft: it becomes the next version, from a moment on',
    description:
      'By somebody who has not written in it. Escalations keep the version that they were raised under; `reapply-policy` puts one of them under another.',
    params,
    body: approvalBodySchema,
    answers,
    problems: [
      ...(['not-allowed', 'own-draft', 'not-found', 'draft-not-open', 'draft-changed'] as const),
      ...(['draft-outdated', 'invalid-content', 'workers-behind'] as const),
    ],
    idempotent: true,
    handle: async ({ deps, params: { id = '' }, body, caller }) => {
      requirePermission(caller, 'approve-policies');
      const draft = await requireDraft(deps, id);
      requireState(draft, ['submitted']);
      requireAnother(draft, caller);
      await requireRevision(deps, draft, body.revision);
      await requireSound(deps, draft.document);
      await requireWorkers(deps, draft.document.plan ?? DEFAULT_PLAN);
      const approval = { byId: caller.person.id, effectiveFrom: beginOf(body.effectiveFrom), note: body.note ?? null };
      return moved(deps, caller, draft, await approveDraft(deps.database, draft, approval).catch(told));
    },
  }),
  endpoint({
    id: 'refusePolicyDraft',
    method: 'post',
    path: '/v1/policy-drafts/{id}/refuse',
    tag,
    summary: 'Send a submitted draft back, with what is to change',
    params,
    body: refusalBodySchema,
    answers,
    problems: ['not-allowed', 'not-found', 'draft-not-open', 'draft-changed'],
    idempotent: true,
    handle: async ({ deps, params: { id = '' }, body: { note }, caller }) => {
      requirePermission(caller, 'approve-policies');
      const draft = await requireDraft(deps, id);
      requireState(draft, ['submitted']);
      const decision = { byId: caller.person.id, note };
      const move = { from: ['submitted'], to: 'draft', decision } as const;
      return moved(deps, caller, draft, await moveDraft(deps.database, draft, move));
    },
  }),
];

async function moved(deps: ApiDeps, { person }: Caller, draft: PolicyDraft, after: PolicyDraft | null) {
  if (!after) throw changedMeanwhile(await requireDraft(deps, draft.id));
  const [view] = await draftViews(deps, [after], person);
  return ok(view);
}

function requireAnother({ writerIds }: PolicyDraft, { person }: Caller): void {
  if (!writerIds.includes(person.id)) return;
  throw new Problem('own-draft', `${person.name} has written in it: somebody else approves it.`);
}

/** A plan may name a step as soon as every worker knows it: an escalation's tasks go to any of them. */
async function requireWorkers(deps: ApiDeps, plan: readonly string[]): Promise<void> {
  const behind = await workersBehind(deps.temporal, plan);
  if (behind.length === 0) return;
  const missing = [...new Set(behind.flatMap((worker) => worker.missing))].join(', ');
  const who = behind.map(({ identity }) => identity.split(' ').slice(0, 2).join(' ')).join(', ');
  throw new Problem('workers-behind', `Not every worker knows ${missing} yet: ${who}.`, {
    errors: [{ pointer: '#/plan', detail: `${missing}: not known to every worker yet` }],
  });
}

/** From when it holds: not in the past, since what was raised meanwhile went by another one. */
function beginOf(effectiveFrom: string | undefined, now = Date.now()): number {
  if (effectiveFrom === undefined) return now;
  const at = Date.parse(effectiveFrom);
  const wrong = at < now - CLOCK_SKEW_MS ? 'is past' : at > now + FURTHEST_MS ? 'is more than a year ahead' : null;
  if (wrong === null) return Math.max(at, now);
  const errors = [{ pointer: '#/effectiveFrom', detail: wrong }];
  throw new Problem('invalid-content', `A policy cannot hold from ${effectiveFrom}: that ${wrong}.`, { errors });
}

function told(error: unknown): never {
  if (!(error instanceof DraftOutdated)) throw error;
  const detail = `Version ${error.newest} was published since this was made from version ${error.basedOn}. Compare it with that, and write it anew with "basedOn": ${error.newest}.`;
  throw new Problem('draft-outdated', detail);
}
