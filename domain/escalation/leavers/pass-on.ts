import type { Notice } from '../../notice';
import type { Person } from '../../people';
import { mayReach, responsibleFor } from '../chain';
import { isActive } from '../clocks';
import type { Draft } from '../draft';
import { holdChains } from '../holds';
import { assignOwner } from '../named';
import { wordTo } from '../notices';
import { informSigner } from '../signer';
import type { Escalation } from '../state';
import { heirOf, MAY_BE_EMPTY } from './heir';
import { holdingsOf, placeInWords, placeKey } from './holdings';
import type { Place } from './leaver';

/** When something has to pass on: somebody who has a place here leaves, or has left; null where nobody does. */
export function passOnAt(state: Escalation, now: number): number | null {
  const moments = leaversIn(state).flatMap(({ id, leftAt }) =>
    holdingsOf(state, id).some((place) => passes(state, id, place, Math.max(now, state.lastAt))) ? [leftAt] : [],
  );
  return moments.length === 0 ? null : Math.min(...moments);
}

/** Gives everything that is theirs who have left to those above them, with a notice for each thing. */
export function passOn(draft: Draft): void {
  for (const leaver of leaversIn(draft.state)) {
    if (leaver.leftAt > draft.now) continue;
    const watched = chainsOf(draft, leaver);
    const passed = holdingsOf(draft.state, leaver.id).filter((place) => passPlace(draft, leaver, place));
    if (passed.some(({ kind }) => kind === 'owner' || kind === 'signer')) informSigner(draft);
    const theirs = watched.filter((clockId) => !chainsOf(draft, leaver).includes(clockId));
    // Whoever comes after them gets the same hour as anybody who takes something over.
    if (theirs.length > 0) holdChains(draft, theirs, `${leaver.name} has left the company`);
  }
}

type Leaver = Person & { leftAt: number };

function leaversIn({ people }: Escalation): Leaver[] {
  return Object.values(people).filter((one): one is Leaver => one.leftAt !== undefined);
}

/** What found nobody stays where it is, until there is somebody. */
function passes(state: Escalation, leaverId: string, place: Place, at: number): boolean {
  return !state.stranded.includes(placeKey(leaverId, place)) || heirOf(state, leaverId, place, at) !== null;
}

/** The clocks that climb while they watch this person. */
function chainsOf({ state, now }: Draft, { id }: Person): string[] {
  const climbing = state.clocks.filter((clock) => clock.chain && isActive(clock));
  return climbing.filter((clock) => responsibleFor(state, clock, now)?.id === id).map((clock) => clock.id);
}

/** Answers whether it is somebody else's now, or nobody's. */
function passPlace(draft: Draft, leaver: Leaver, place: Place): boolean {
  const { state, now } = draft;
  if (!passes(state, leaver.id, place, now)) return false;
  const heir = heirOf(state, leaver.id, place, now);
  if (!heir && !MAY_BE_EMPTY.includes(place.kind)) return strand(draft, leaver, place);
  if (place.kind === 'hand-over') endOffer(draft, leaver);
  else if (place.kind === 'owner' && heir) {
    assignOwner(draft, heir, `${leaver.name} has left the company`, viaFor(state, heir, now));
  } else {
    const notices = told(draft, leaver, place, heir);
    draft.emit('place.passed-on', { place, fromId: leaver.id, toId: heir?.id ?? null, notices });
  }
  return true;
}

function viaFor(state: Escalation, to: Person, at: number): Notice['via'] {
  return !state.quiet && mayReach(state, to, at) ? 'mail' : 'inbox';
}

/** Whoever has it now is told; of a place that is empty now, the owner is. */
function told({ state, now }: Draft, leaver: Leaver, place: Place, heir: Person | null): Notice[] {
  const what = placeInWords(state, place);
  if (heir) {
    const text = `${leaver.name} has left the company: ${what} is yours now.`;
    return [noticeOf(state, heir.id, viaFor(state, heir, now), place, text)];
  }
  if (state.ownerId === null || state.ownerId === leaver.id) return [];
  return [noticeOf(state, state.ownerId, 'inbox', place, `${leaver.name} has left the company: ${what} is empty now.`)];
}

function noticeOf(state: Escalation, toId: string, via: Notice['via'], { kind, id }: Place, text: string): Notice {
  const clockIds = id === null ? [] : [`${kind}:${id}`];
  return { ...wordTo(toId, via, 'passed-on', state, text), clockIds };
}

function endOffer(draft: Draft, leaver: Leaver): void {
  const { state } = draft;
  const text = `${leaver.name}, to whom you offered ${state.ref}, has left the company.`;
  const notices = state.ownerId ? [wordTo(state.ownerId, 'inbox', 'hand-over-ended', state, text)] : [];
  const reason = `${leaver.name} has left the company`;
  draft.emit('hand-over.ended', { toId: leaver.id, how: 'overtaken', reason, notices });
}

/** Says aloud, once, that there is nobody for it. */
function strand(draft: Draft, leaver: Leaver, place: Place): false {
  const { state } = draft;
  const text = `${leaver.name} has left the company, and nobody is there for ${placeInWords(state, place)}.`;
  const notices = state.policy.dutyManagerIds.map((toId) => noticeOf(state, toId, 'inbox', place, text));
  draft.emit('place.stranded', { place, personId: leaver.id, notices });
  return false;
}
