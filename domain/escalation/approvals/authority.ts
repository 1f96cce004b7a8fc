import type { Money } from '../../money';
import { moneyInWords } from '../../money-in-words';
import type { Role } from '../../people';
import { holdsAny } from '../../people';
import type { Authority } from '../../policy';
import type { Escalation } from '../state';
import { termsOf } from '../terms';

/** A remedy as far as authority goes: its kind, and what it costs. */
export interface Remedy {
  solution: string;
  amount: Money | null;
}

/** Whoever may grant something by their roles. */
export type Holder = Readonly<{ roles: readonly Role[] }>;

/** Why somebody may not grant a remedy alone, by the policy's authority; null where they may. */
export function beyondAuthority(state: Escalation, who: Holder, remedy: Remedy): string | null {
  const { authority } = termsOf(state);
  if (!authority) return null;
  return kindBeyond(authority, who, remedy) ?? amountBeyond(authority, who, remedy);
}

/** Whether two are the same remedy: what is allowed is allowed for this kind and this amount only. */
export function isSameRemedy(one: Remedy, other: Remedy): boolean {
  const amountOf = ({ amount }: Remedy) => (amount && amount.amount > 0 ? `${amount.amount} ${amount.currency}` : '');
  return one.solution === other.solution && amountOf(one) === amountOf(other);
}

function kindBeyond({ kinds }: Authority, who: Holder, { solution }: Remedy): string | null {
  const only = Object.hasOwn(kinds, solution) ? kinds[solution] : undefined;
  if (!only || holdsAny(who, only)) return null;
  return `a ${solution.replaceAll('-', ' ')} is for ${only.join(' or ')} to grant`;
}

function amountBeyond({ credit }: Authority, { roles }: Holder, { amount }: Remedy): string | null {
  if (!amount || amount.amount === 0) return null;
  const limits = roles.filter((role) => Object.hasOwn(credit, role)).map((role) => credit[role]);
  if (limits.some((limit) => limit === null)) return null;
  const most = Math.max(0, ...limits.map((limit) => limitIn(limit, amount.currency)));
  if (amount.amount <= most) return null;
  const alone = most > 0 ? `up to ${moneyInWords({ ...amount, amount: most })}` : `nothing in ${amount.currency}`;
  return `${moneyInWords(amount)} is beyond what they may grant alone: ${alone}`;
}

function limitIn(limit: Readonly<Record<string, number>> | null | undefined, currency: string): number {
  return limit && Object.hasOwn(limit, currency) ? (limit[currency] ?? 0) : 0;
}
