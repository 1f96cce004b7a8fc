import { may } from '../../../domain/authority';
import type { Person } from '../../../domain/people';
import type { PolicyDraft } from '../../shared/store/policy-drafts';
import type { ListedPolicy } from '../../shared/store/policies';
import { iso, isoOrNull } from './moments';
import type { DraftView, ListedPolicyView } from './policy.schema';

/** The names of people by their id. */
export type Names = ReadonlyMap<string, string>;

/** A version of the policy as JSON, without what it says. */
export function policyView(
  { version, createdAt, effectiveFrom, draftedById, approvedById, note }: ListedPolicy,
  currentVersion: number,
  names: Names,
  now = Date.now(),
): ListedPolicyView {
  const current = version === currentVersion;
  return {
    version,
    current,
    // One that a newer one has overtaken before its time will never hold.
    state: current ? 'current' : (effectiveFrom ?? 0) > now && version > currentVersion ? 'coming' : 'past',
    effectiveFrom: isoOrNull(effectiveFrom),
    createdAt: isoOrNull(createdAt),
    draftedBy: refOrNull(draftedById, names),
    approvedBy: refOrNull(approvedById, names),
    note,
  };
}

/** A draft as JSON, for whoever asks. */
export function draftView(draft: PolicyDraft, names: Names, caller: Person): DraftView {
  const { id, title, state, revision, basedOn, note, version, document } = draft;
  return {
    ...{ id, title, state, revision, basedOn, note, version },
    author: ref(draft.authorId, names),
    writers: draft.writerIds.map((one) => ref(one, names)),
    createdAt: iso(draft.createdAt),
    changedAt: iso(draft.changedAt),
    changedBy: ref(draft.changedById, names),
    decidedBy: refOrNull(draft.decidedById, names),
    decidedAt: isoOrNull(draft.decidedAt),
    mayApprove: state === 'submitted' && may(caller, 'approve-policies') && !draft.writerIds.includes(caller.id),
    policy: document,
  };
}

/** Everybody whom a version or a draft shows by name. */
export function shownIn(...shown: readonly (ListedPolicy | PolicyDraft)[]): string[] {
  return shown.flatMap((one) =>
    'writerIds' in one
      ? [one.authorId, ...one.writerIds, one.changedById, one.decidedById].filter((id) => id !== null)
      : [one.draftedById, one.approvedById].filter((id) => id !== null),
  );
}

function ref(id: string, names: Names) {
  return { id, name: names.get(id) ?? id };
}

function refOrNull(id: string | null, names: Names) {
  return id === null ? null : ref(id, names);
}
