import type { Person } from '../../../../domain/people';
import type { PolicyDocument } from '../../../../domain/policy/policy.schema';
import { SHIPPED_POLICY } from '../../../../domain/shipped-policy';
import { checkDocument } from '../../../shared/policies/check-document';
import { findPerson, namesOf } from '../../../shared/store/people';
import { findPolicy, newestVersion } from '../../../shared/store/policies';
import type { DraftState, PolicyDraft } from '../../../shared/store/policy-drafts';
import { findDraft } from '../../../shared/store/policy-drafts';
import type { ApiDeps } from '../../deps';
import { notFound, Problem } from '../../problems/problem';
import { draftView, shownIn } from '../../views/policy-view';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The draft with this id. */
export async function requireDraft({ database }: ApiDeps, id: string): Promise<PolicyDraft> {
  const draft = UUID.test(id) ? await findDraft(database, id) : null;
  if (!draft) throw notFound('draft');
  return draft;
}

/** Refuses where a draft does not stand in one of these states. */
export function requireState({ state, version }: PolicyDraft, allowed: readonly DraftState[]): void {
  if (allowed.includes(state)) return;
  const stands = version === null ? `It is ${WORDS[state]}` : `It became version ${version}`;
  throw new Problem(
    'draft-not-open',
    `${stands}; this takes one that is ${allowed.map((one) => WORDS[one]).join(' or ')}.`,
  );
}

const WORDS: Readonly<Record<DraftState, string>> = {
  draft: 'being written',
  submitted: 'submitted',
  approved: 'approved',
  withdrawn: 'withdrawn',
};

/** Refuses where somebody has changed a draft since it was read. */
export async function requireRevision({ database }: ApiDeps, draft: PolicyDraft, seen: number): Promise<void> {
  if (draft.revision !== seen) throw changedMeanwhile(draft, (await findPerson(database, draft.changedById))?.name);
}

/** The refusal of what was done from an older revision. */
export function changedMeanwhile({ revision, changedById, changedAt }: PolicyDraft, name?: string): Problem {
  const when = new Date(changedAt).toISOString();
  return new Problem(
    'draft-changed',
    `It is at revision ${revision}; ${name ?? changedById} wrote last in it at ${when}.`,
  );
}

/** Refuses a policy that may not come into force, naming each wrong field of it. */
export async function requireSound({ database }: ApiDeps, document: PolicyDocument): Promise<void> {
  const problems = await checkDocument(database, document);
  const [first] = problems;
  if (!first) return;
  const alike = problems.every(({ type }) => type === first.type);
  const errors = problems.map(({ pointer, detail }) => ({ pointer: pointer.replace('#', '#/policy'), detail }));
  const more = errors.length > 1 ? `, and ${errors.length - 1} more` : '';
  const detail = `The policy cannot come into force: ${first.pointer.replace('#', '#/policy')} ${first.detail}${more}.`;
  throw new Problem(alike ? first.type : 'invalid-content', detail, { errors, status: 422 });
}

/** The version that a draft says it was made from, or the newest. */
export async function baseOf({ database }: ApiDeps, basedOn: number | undefined): Promise<number> {
  if (basedOn === undefined) return (await newestVersion(database)) ?? SHIPPED_POLICY.version;
  if (await findPolicy(database, basedOn)) return basedOn;
  const errors = [{ pointer: '#/basedOn', detail: 'is no version of the policy' }];
  throw new Problem('unknown-policy', `There is no version ${basedOn} of the policy.`, { errors });
}

/** Drafts as this person sees them. */
export async function draftViews({ database }: ApiDeps, drafts: readonly PolicyDraft[], caller: Person) {
  const names = await namesOf(database, shownIn(...drafts));
  return drafts.map((draft) => draftView(draft, names, caller));
}
