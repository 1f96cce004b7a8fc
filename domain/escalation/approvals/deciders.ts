import type { Actor, Person } from '../../people';
import { isHere } from '../../people';
import { lineAbove, upwardsFrom } from '../chain';
import { knownPerson } from '../known';
import { standInFor } from '../presence';
import type { Escalation } from '../state';
import { termsOf } from '../terms';
import type { Approval, ApprovalSubject } from './approval';
import { beyondAuthority } from './authority';

/** Nobody decides what they asked for themselves, and no owner what concerns their own remedy or words. */
export function isTheirOwn(state: Escalation, approval: Approval, personId: string): boolean {
  return approval.requestedBy.id === personId || state.ownerId === personId;
}

/**
 * Who is asked: for a remedy the first person above who has the authority and is here or stood in for, else the first
 * who has it, else the highest; for words to the customer the first of the policy's list who is here, else the first at
 * all. It is always they themselves who are asked, never their delegate: whoever stands in decides with their authority.
 */
export function approverFor(
  state: Escalation,
  subject: ApprovalSubject,
  requesterId: string,
  at: number,
): string | null {
  const mayNot = [requesterId, state.ownerId];
  const others = (people: readonly Person[]) => people.filter(({ id }) => !mayNot.includes(id));
  if (subject.kind === 'message') {
    const listed = others(messageApprovers(state));
    return (listed.find((one) => standInFor(state, one, at)) ?? listed[0])?.id ?? null;
  }
  const line = others(upwardsFrom(state, requesterId));
  const able = line.filter((one) => beyondAuthority(state, one, subject) === null);
  const answers = (one: Person) => !mayNot.includes(standInFor(state, one, at)?.id ?? requesterId);
  return (able.find(answers) ?? able[0] ?? line.at(-1))?.id ?? null;
}

function messageApprovers(state: Escalation): Person[] {
  return (termsOf(state).messageApproval?.approverIds ?? []).flatMap((id) => knownPerson(state, id) ?? []);
}

/**
 * Those who are asked to decide, themselves or in somebody's place: the approver, and for words to the customer whom the
 * policy lists besides, and those above the approver.
 */
function askedAbout(state: Escalation, { subject, approverId }: Approval, at: number): Person[] {
  const approver = knownPerson(state, approverId);
  const asked = approver ? [approver] : [];
  if (subject.kind === 'message') asked.push(...messageApprovers(state));
  if (subject.kind === 'message' && approver) asked.push(...lineAbove(state, approver.id, at));
  const instead = asked.flatMap((one) => (isHere(one, at) ? [] : (standInFor(state, one, at) ?? [])));
  return [...asked, ...instead];
}

/** Whether somebody is asked to decide this, or stands in for one who is. */
export function isAsked(state: Escalation, approval: Approval, personId: string, at: number): boolean {
  return askedAbout(state, approval, at).some(({ id }) => id === personId);
}

/** Whether anything here was ever theirs to decide or to ask. */
export function isConcerned(state: Escalation, { id }: Actor, at: number): boolean {
  return state.approvals.some((one) => isTheirOwn(state, one, id) || isAsked(state, one, id, at));
}

/**
 * Why somebody has not the authority for a decision; null where they have: their own, or that of the approver in whose
 * place they stand. Over words to the customer those have it who are asked.
 */
export function beyondDeciding(state: Escalation, approval: Approval, by: Actor, at: number): string | null {
  const { subject, approverId } = approval;
  const asked = isAsked(state, approval, by.id, at);
  if (subject.kind === 'message')
    return asked ? null : 'it is for those whom the policy names, and whoever is above them';
  const own = beyondAuthority(state, by, subject);
  const approver = asked ? knownPerson(state, approverId) : null;
  return approver && beyondAuthority(state, approver, subject) === null ? null : own;
}
