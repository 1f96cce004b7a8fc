import type { EscalationBrief } from '../../activities/ports';
import { csmOf } from '../../domain/escalation/chain';
import { stageOf } from '../../domain/escalation/stage';
import type { Escalation } from '../../domain/escalation/state';

/** What those who speak to the world need to know of an escalation at this moment. */
export function briefOf(state: Escalation): EscalationBrief {
  const person = (id: string | null) => (id ? (state.people[id] ?? null) : null);
  return {
    id: state.id,
    ref: state.ref,
    summary: state.complaint.summary,
    level: state.priority.level,
    stage: stageOf(state) ?? state.status,
    account: state.complaint.account,
    contact: state.complaint.contact,
    owner: person(state.ownerId),
    signer: person(state.signerId),
    csm: csmOf(state),
    receivedAt: state.receivedAt,
    closedAt: state.closedAt,
    now: Date.now(),
  };
}
