import { refitClocks } from '../../escalation/refit';
import { refuseBreaches } from '../../escalation/refuse-breaches';
import { MANAGER_UPWARDS } from '../../people';
import { conflict, invalid } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { ReapplyPolicyBody } from './reapply-policy.schema';

/**
 * Puts this one escalation under another version of the policy. Its plan stays as it was pinned: what has been done was
 * done by it, and what waits for what has been told to people.
 */
export const reapplyPolicy: CommandDefinition<ReapplyPolicyBody> = {
  name: 'reapply-policy',
  title: 'Apply another policy',
  help: 'From now on another version of the policy holds here: its clocks that run get the time of that one. Its steps stay.',
  by: MANAGER_UPWARDS,
  in: ['open', 'paused', 'closed'],
  perform(draft, { body, policy }) {
    const { version: fromVersion } = draft.state.policy;
    if (!policy || (body.version !== undefined && body.version !== policy.version)) {
      const detail = `There is no version ${body.version ?? ''} of the policy that could hold now.`.replace('  ', ' ');
      return invalid('unknown-policy', detail, { pointer: '#/version', detail: 'is no version of the policy' });
    }
    if (policy.version === fromVersion) conflict('already-done', `Version ${fromVersion} holds already.`);
    draft.emit('policy.applied', { policy, reason: body.reason, fromVersion });
    if (!body.breachAllTheSame) refuseBreaches(draft, '#/version');
    refitClocks(draft, `version ${policy.version} of the policy holds`, body.breachAllTheSame === true);
  },
};
