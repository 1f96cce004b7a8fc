import type { Escalation } from '../../../domain/escalation/state';
import type { Policy } from '../../../domain/policy';
import { SHIPPED_POLICY } from '../../../domain/shipped-policy';
import { termsOf } from './terms';

type Body = Record<string, unknown>;
type Writer = (state: Escalation, now: number, variant: number, byId: string) => Body;

/** What a plausible body of the commands about policies says, in several variants. */
export const POLICY_WRITERS = {
  'reapply-policy': (state, _now, variant) => ({
    reason: 'The office hours hold for all of them.',
    ...(variant % 4 === 1 ? { version: versionAfter(state, variant) } : {}),
    ...(variant % 3 === 0 ? { breachAllTheSame: true } : {}),
  }),
} satisfies Record<string, Writer>;

/** The policy that comes with a re-application, as the API adds it; now and then there is no such version. */
export function policyGiven(name: string, state: Escalation, variant: number): Policy | undefined {
  if (name !== 'reapply-policy' || variant % 16 === 15) return undefined;
  const { clocks, variants, calendars, fields } = SHIPPED_POLICY;
  const terms = { clocks, variants, calendars, fields, ...termsOf(variant) };
  return { ...state.policy, ...terms, version: versionAfter(state, variant) };
}

function versionAfter({ policy }: Escalation, variant: number): number {
  return policy.version + (variant % 7 === 6 ? 0 : 1);
}
