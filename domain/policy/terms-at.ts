import type { Tier } from '../intake';
import type { Policy, PolicyTerms, PolicyVariant } from '../policy';
import type { Level } from '../priority';

/** A level and a tier that terms are asked for. */
export interface Place {
  level: Level;
  tier: Tier | 'unknown';
}

/** The terms that hold at a level for a tier: those of all, and over them each variant that fits. */
export function termsAt(policy: Omit<Policy, 'version'>, place: Place): PolicyTerms {
  return policy.variants.filter((variant) => fits(variant, place)).reduce<PolicyTerms>(over, policy);
}

/** Whether a variant is for this level and tier. */
export function fits({ levels, tiers }: PolicyVariant, { level, tier }: Place): boolean {
  return (levels?.includes(level) ?? true) && (tiers?.includes(tier) ?? true);
}

function over(terms: PolicyTerms, { terms: more }: PolicyVariant): PolicyTerms {
  return { ...terms, ...more, clocks: { ...terms.clocks, ...more.clocks } };
}
