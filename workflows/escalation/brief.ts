import type { EscalationBrief } from '../../activities/ports';
import { csmOf } from '../../domain/escalation/chain';
import { isActive } from '../../domain/escalation/clocks';
import { stageOf } from '../../domain/escalation/stage';
import { knownPerson } from '../../domain/escalation/known';
import type { Escalation } from '../../domain/escalation/state';
import { briefPageOf } from './brief-page';

/** What those who speak to the world need to know of an escalation at this moment. */
export function briefOf(state: Escalation): EscalationBrief {
  const person = (id: string | null) => knownPerson(state, id);
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
    due: dueOf(state),
    now: Date.now(),
    ...(state.sponsor ? { page: briefPageOf(state) } : {}),
  };
}

const MOST_DUE = 6;

/** The clocks that still watch, the earliest first. */
function dueOf({ clocks }: Escalation): { clockId: string; dueAt: number }[] {
  const watching = clocks.filter(isActive).map(({ id, dueAt }) => ({ clockId: id, dueAt }));
  return watching.sort((one, other) => one.dueAt - other.dueAt).slice(0, MOST_DUE);
}
