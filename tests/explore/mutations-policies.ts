import type { Mutation } from './mutations';

/** Faults in putting an escalation under another policy. */
export const POLICY_MUTATIONS: readonly Mutation[] = [
  {
    law: 'another policy holds from its event on; the steps, what is done and what has run out stay as they were',
    file: 'domain/escalation/evolve-story.ts',
    from: '({ ...state, policy: data.policy });',
    to: '({ ...state, policy: { ...data.policy, version: state.policy.version } });',
  },
  {
    law: 'other terms never make a clock run out, unless somebody has said that it may',
    file: 'domain/commands/reapply-policy/reapply-policy.ts',
    from: "if (!body.breachAllTheSame) refuseBreaches(draft, '#/version');\n    refitClocks(draft, `version ${policy.version} of the policy holds`, body.breachAllTheSame === true);",
    to: 'refitClocks(draft, body.reason, true);',
  },
];
