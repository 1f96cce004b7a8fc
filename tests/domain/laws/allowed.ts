import type { Approval } from '../../../domain/escalation/approvals/approval';
import type { Escalation } from '../../../domain/escalation/state';
import type { Money } from '../../../domain/money';
import type { Role } from '../../../domain/people';
import { above, standIn } from './line';

/** A remedy as the solution's body says it. */
export interface Proposed {
  kind: string;
  credit?: Money | null;
}

/** In whole units of the three currencies that the shipped policy knows; a VP has no limit. */
const MOST: Readonly<Partial<Record<Role, number>>> = { owner: 1_000, manager: 10_000, director: 50_000, vp: Infinity };
const CURRENCIES = ['USD', 'EUR', 'GBP'];

/** Whether these roles may grant a remedy alone, as the shipped policy has it; an oracle beside the domain's own. */
export function enough(roles: readonly Role[], { kind, credit }: Proposed): boolean {
  if (kind === 'policy-exception' && !roles.some((role) => role === 'director' || role === 'vp')) return false;
  const most = Math.max(0, ...roles.map((role) => MOST[role] ?? 0));
  if (!credit || credit.amount === 0 || most === Infinity) return true;
  return CURRENCIES.includes(credit.currency) && credit.amount <= most * 100;
}

/** Whether an approval is for this very remedy. */
export function sameRemedy({ subject }: Approval, { kind, credit }: Proposed): boolean {
  if (subject.kind !== 'remedy' || subject.solution !== kind) return false;
  const amount = credit?.amount ?? 0;
  return (subject.amount?.amount ?? 0) === amount && (amount === 0 || subject.amount?.currency === credit?.currency);
}

/** Whether a text has the digits of an amount of whole hundreds, whatever stands between them. */
export function namedIn(text: string, { amount }: Money): boolean {
  const whole = String(amount / 100);
  const figures = text.match(/\d[\d., ]*/g) ?? [];
  return figures.some((figure) => [whole, `${whole}00`].includes(figure.replace(/[., ]/g, '')));
}

/** Whether somebody was asked to decide: as the approver, by the policy's list, above, or in the place of one of them. */
export function asksFor(state: Escalation, { subject, approverId }: Approval, id: string, at: number): boolean {
  const asked = [approverId];
  if (subject.kind === 'message') asked.push(...(state.policy.messageApproval?.approverIds ?? []));
  if (subject.kind === 'message' && approverId) asked.push(...above(state, approverId, at).map((one) => one.id));
  return asked.some((one) => one !== null && (one === id || standIn(state, state.people[one], at)?.id === id));
}
