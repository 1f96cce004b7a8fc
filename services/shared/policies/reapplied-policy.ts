import type { Policy } from '../../../domain/policy';
import type { Database } from '../store/database';
import { currentPolicy, findPolicy } from '../store/policies';

/**
 * The policy that a command asks for by its version, or the present one; undefined for all other commands, and where
 * there is no such version, or it is only coming. It never comes from outside.
 */
export async function reappliedPolicy(db: Database, name: string, body: unknown): Promise<Policy | undefined> {
  if (name !== 'reapply-policy') return undefined;
  const { version } = body as { version?: number };
  if (version === undefined) return currentPolicy(db);
  const stored = await findPolicy(db, version);
  return stored && (stored.effectiveFrom ?? 0) <= Date.now() ? stored.policy : undefined;
}

/** Everybody whom a policy names: an escalation under it has to know them. */
export function namedByPolicy(policy: Policy | undefined): string[] {
  if (!policy) return [];
  const terms = [policy, ...policy.variants.map((variant) => variant.terms)];
  return [...policy.dutyManagerIds, ...terms.flatMap(({ messageApproval }) => messageApproval?.approverIds ?? [])];
}
