import { checkCustom } from '../../custom-values';
import { amendFact, reassess } from '../../escalation/facts';
import type { Draft } from '../../escalation/draft';
import type { Fact } from '../../escalation/facts';
import { namedWithRole } from '../../escalation/named';
import { managesHere } from '../../escalation/standing';
import type { Escalation } from '../../escalation/state';
import { termsOf } from '../../escalation/terms';
import type { Actor } from '../../people';
import { MANAGER_UPWARDS } from '../../people';
import { conflict, forbidden, invalid } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { AmendBody } from './amend.schema';

/** Corrects facts at any time, with the old values kept. */
export const amend: CommandDefinition<AmendBody> = {
  name: 'amend',
  title: 'Amend',
  help: 'Corrects facts of the complaint or its account; the old values stay on the timeline.',
  by: ['the-owner', 'the-csm', ...MANAGER_UPWARDS],
  in: ['open', 'paused', 'closed', 'settled', 'withdrawn'],
  perform(draft, { body, by }) {
    const { reason = null, custom = {}, ...facts } = body;
    const given = Object.entries(facts).filter(([, value]) => value !== undefined) as [Fact, unknown][];
    if (given.length === 0 && Object.keys(custom).length === 0) {
      invalid('invalid-content', 'Nothing to amend: name at least one fact.', { pointer: '#', detail: 'needs a fact' });
    }
    check(draft, body);
    if (body.threatensLegal === false) refuseUnseen(draft.state, by);
    checkCustom(draft.state.policy.fields, custom);
    for (const [fact, value] of given) amendFact(draft, fact, valueOf(draft, fact, value), reason);
    for (const [name, value] of Object.entries(custom)) amendFact(draft, `custom.${name}`, value, reason);
    reassess(draft);
  },
};

function check({ state }: Draft, body: AmendBody): void {
  if (body.csmId !== undefined) namedWithRole(state, body.csmId, '#/csmId', ['csm'], 'be the CSM of an account');
  if (body.rootCause !== undefined && !state.rootCause) {
    conflict('too-early', 'It has no root cause yet: the closure sets it.');
  }
}

/** Whose words somebody has to see does not say that they need not be seen. */
function refuseUnseen(state: Escalation, by: Actor): void {
  const { messageApproval } = termsOf(state);
  if (state.complaint.threatensLegal !== true || messageApproval === null) return;
  if (managesHere(state, by) || messageApproval.approverIds.includes(by.id)) return;
  forbidden(
    'That legal action is threatened no more is for a manager to say, or for those who see the messages first.',
  );
}

/** A contact is corrected part by part: a new address keeps the name. */
function valueOf({ state }: Draft, fact: Fact, value: unknown): unknown {
  if (fact !== 'contact') return value;
  const before = state.complaint.contact ?? { name: null, email: null };
  return { ...before, ...(value as object) };
}
