import { mayReach } from '../chain';
import type { Draft } from '../draft';
import { knownPerson } from '../known';
import { wordTo } from '../notices';
import { stageOf } from '../stage';
import type { Escalation } from '../state';

/**
 * Briefs the sponsor once the level is another, or nothing but the closure is left to do (docs/process.md "People").
 * @param before the escalation as it was before everything that the draft holds; null where it is being raised
 */
export function informSponsor(draft: Draft, before: Escalation | null): void {
  const { state, now, actor } = draft;
  const sponsor = knownPerson(state, state.sponsor?.personId);
  if (!sponsor || state.quiet || !isLive(state)) return;
  const because = before ? whatChanged(before, state) : ['it was raised'];
  if (because.length === 0) return;
  // What a person does at that hour is theirs; by itself it keeps to the hours in which word may reach the sponsor.
  const via = actor || mayReach(state, sponsor, now) ? 'mail' : 'inbox';
  const text = `${state.ref} (${state.complaint.summary}): ${because.join(', and ')}.`;
  const notices = [wordTo(sponsor.id, via, 'sponsor-brief', state, text)];
  draft.emit('sponsor.briefed', { personId: sponsor.id, because: because.join(', and '), notices });
}

function isLive({ status }: Escalation): boolean {
  return status === 'open' || status === 'paused' || status === 'closed';
}

function whatChanged(before: Escalation, after: Escalation): string[] {
  const [was, is] = [before.priority.level, after.priority.level];
  const told = !before.quiet && before.sponsor?.personId === after.sponsor?.personId;
  return [
    ...(before.quiet ? ['it was activated'] : []),
    ...(before.round === after.round ? [] : ['it is open again']),
    ...(was === is ? [] : [`its level is ${is} now, it was ${was}`]),
    ...(isNearClosure(after) && !(told && isNearClosure(before)) ? ['its closure comes next'] : []),
  ];
}

function isNearClosure(state: Escalation): boolean {
  return state.status !== 'closed' && stageOf(state) === 'closure';
}
