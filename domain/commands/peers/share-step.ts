import { cancelRemedies } from '../../escalation/approvals/ask';
import { clockOf, meetClock } from '../../escalation/clocks';
import type { Draft } from '../../escalation/draft';
import { amendFact } from '../../escalation/facts';
import { informSigner } from '../../escalation/signer';
import { missingBefore } from '../../escalation/stage';
import { awaitsShared } from '../../escalation/together/shared-steps';
import type { Origin, Scope } from '../../intake';
import { conflict } from '../../rejection';
import type { PeerCommandDefinition } from './peer-command';

/** A step that the umbrella has done for all. `occurredAt` is epoch milliseconds. */
interface ShareStepBody {
  step: string;
  round: number;
  occurredAt: number;
  scope?: Scope;
  origin?: Origin;
  words?: unknown;
}

/** The umbrella has done a step: it is done here with it, its clock met, unless this one goes its own way. */
export const shareStep: PeerCommandDefinition<ShareStepBody> = {
  name: 'share-step',
  perform(draft, { body, peer }) {
    const { state } = draft;
    const { step } = body;
    if (state.umbrella?.id !== peer.id || !awaitsShared(state, step)) return;
    const missing = missingBefore(state, step);
    if (missing.length > 0) conflict('too-early', `${state.ref} takes it over after its ${missing.join(' and ')}.`);
    const occurredAt = momentHere(draft, body);
    const recordedLate = occurredAt < draft.now;
    const told = { round: state.round, occurredAt, recordedLate, body: body.words ?? {} };
    draft.emit('step.completed', { step, ...told, sharedFrom: peer });
    if (step === 'investigation') takeFacts(draft, body);
    if (step === 'solution') cancelRemedies(draft, `${peer.ref} has decided what is done, for all of them`);
    meetClock(draft, step, occurredAt);
    informSigner(draft);
  },
};

/** When the umbrella did it, but not before it was asked for here, and by this escalation's own now. */
function momentHere({ state, now }: Draft, { step, occurredAt }: ShareStepBody): number {
  const askedAt = clockOf(state, step)?.anchorAt ?? state.acknowledgedAt ?? state.receivedAt;
  return Math.min(now, Math.max(occurredAt, askedAt));
}

/** Scope and origin are known by the end of an investigation. */
function takeFacts(draft: Draft, { scope = 'several-customers', origin }: ShareStepBody): void {
  if (!draft.state.complaint.scope) amendFact(draft, 'scope', scope, 'investigation');
  if (!draft.state.complaint.origin && origin) amendFact(draft, 'origin', origin, 'investigation');
}
