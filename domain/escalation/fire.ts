import type { Person } from '../people';
import { chainPeople, loudRungs, nextRung, remindedOf } from './chain';
import { breachClock, isActive, reminderAt } from './clocks';
import { Draft } from './draft';
import type { EscalationEvent } from './events';
import { passOn } from './leavers/pass-on';
import { alarmNotices, reminderNotice, rungNotices } from './notices';
import { endOverride } from './override/end-override';
import { endPause } from './pause/rest';
import type { Clock, Escalation } from './state';
import { informSponsor } from './team/inform-sponsor';
import { termsOf } from './terms';

/**
 * Does everything that is due at `now`: what stayed undelivered, breaches, reminders, rungs. After an outage late
 * reminders of one person collapse into one, a reminder whose clock has run out is dropped, and each chain goes up one
 * rung at most, the next counted from now.
 */
export function fireDue(state: Escalation, now: number): EscalationEvent[] {
  const draft = new Draft(state, now, null);
  failUndelivered(draft);
  endOverride(draft);
  endPause(draft);
  passOn(draft);
  informSponsor(draft, state);
  fireClocks(draft);
  return draft.events;
}

/** What the clocks do by themselves at this moment: breaches, reminders, rungs. */
export function fireClocks(draft: Draft): void {
  for (const clock of draft.state.clocks) {
    if (clock.state === 'running' && clock.dueAt <= draft.now) breachClock(draft, clock);
  }
  remind(draft);
  for (const { id } of draft.state.clocks) advanceChain(draft, id);
}

function remind(draft: Draft): void {
  const byPerson = new Map<string, { to: Person; clocks: Clock[] }>();
  for (const clock of draft.state.clocks) {
    const at = reminderAt(draft.state, clock, draft.now);
    const to = remindedOf(draft.state, clock, draft.now);
    if (at === null || at > draft.now || !to) continue;
    const clocks = byPerson.get(to.id)?.clocks ?? [];
    byPerson.set(to.id, { to, clocks: [...clocks, clock] });
  }
  for (const { to, clocks } of byPerson.values()) remindPerson(draft, to, clocks);
}

function remindPerson(draft: Draft, to: Person, clocks: readonly Clock[]): void {
  const actedAt = draft.state.lastActedAt[to.id];
  const spared = actedAt !== undefined && actedAt > draft.now - termsOf(draft.state).reminderSparesActiveMs;
  const notice = reminderNotice(draft.state, clocks, to, draft.now);
  clocks.forEach((clock, index) => {
    if (spared) {
      draft.emit('reminder.spared', { clockId: clock.id, because: `${to.name} acted within the last half hour` });
    } else {
      const notices = index === 0 ? [notice] : [];
      draft.emit('clock.reminded', { clockId: clock.id, dueAt: clock.dueAt, toIds: [to.id], notices });
    }
  });
}

function advanceChain(draft: Draft, clockId: string): void {
  const { state, now } = draft;
  const clock = state.clocks.find(({ id }) => id === clockId);
  if (!clock?.chain || !isActive(clock)) return;
  const next = nextRung(state, clock, now);
  if (!next || next.at > now) return;
  const people = chainPeople(state, clock, now);
  const terms = termsOf(state);
  const run = clock.chain.run;
  const number = clock.chain.fired + 1;
  const bundled = number > loudRungs(state, people);
  const bundles = bundled ? alsoBundled(draft, clock) : [];
  const nextAt = now + (number >= loudRungs(state, people) ? terms.bundledEveryMs : terms.rungEveryMs);
  draft.emit('chain.advanced', {
    clockId,
    run,
    number,
    rung: next.rung,
    toIds: next.to.map(({ id }) => id),
    bundles: bundles.map(({ id }) => id),
    nextAt,
    notices: rungNotices(state, clock, { run, number, to: next.to, bundles, now }),
  });
  if (next.to.length > 0) return;
  for (const { id } of [clock, ...bundles]) alarm(draft, id, 'there is nobody in the chain above', nextAt);
}

/** Other chains in their bundled phase with the same people, not just spoken of: one notice speaks for all of them. */
function alsoBundled({ state, now }: Draft, clock: Clock): Clock[] {
  const mine = idsOf(chainPeople(state, clock, now));
  return state.clocks.filter((other) => {
    if (other.id === clock.id || !isActive(other) || !other.chain || other.chain.heldUntil !== null) return false;
    const { fired, firedAt } = other.chain;
    if (firedAt !== null && firedAt + termsOf(state).rungEveryMs > now) return false;
    const people = chainPeople(state, other, now);
    return fired >= loudRungs(state, people) && idsOf(people) === mine;
  });
}

const idsOf = (people: readonly Person[]) => people.map(({ id }) => id).join();

/** Says aloud that a rung reached nobody. */
function alarm(draft: Draft, clockId: string, because: string, nextAt: number): void {
  const clock = draft.state.clocks.find(({ id }) => id === clockId);
  if (!clock?.chain) return;
  const rung = { run: clock.chain.run, number: clock.chain.fired };
  const notices = alarmNotices(draft.state, clock, rung, draft.now);
  draft.emit('nobody.notified', { clockId, ...rung, because, nextAt, notices });
}

/** Records which notices have stayed undelivered for the policy's time. */
export function failUndelivered(draft: Draft): void {
  const { state, now } = draft;
  for (const delivery of state.deliveries) {
    if (delivery.kind !== 'notice' || delivery.overdue) continue;
    if (delivery.requestedAt + state.policy.undeliveredAfterMs > now) continue;
    noticeFailed(draft, delivery.notice.id, delivery.notice.toId, 'not delivered yet; sending goes on', false);
  }
}

/**
 * Records that a notice did not arrive. When the last notice of a rung has failed nobody was notified: that is an
 * alarm, and the next rung goes at once; a bundled one keeps its time, or a mail server that is down would be sent the
 * same words every few minutes.
 */
export function noticeFailed(draft: Draft, noticeId: string, toId: string, reason: string, final: boolean): void {
  draft.emit('notification.failed', { noticeId, toId, channel: 'mail', reason, final });
  for (const rung of draft.state.rungs) {
    if (!rung.noticeIds.includes(noticeId)) continue;
    const waiting = draft.state.deliveries.some(({ id, overdue }) => rung.noticeIds.includes(id) && !overdue);
    if (!waiting) alarm(draft, rung.clockId, reason, afterUnheard(draft, rung.clockId));
  }
}

function afterUnheard({ state, now }: Draft, clockId: string): number {
  const clock = state.clocks.find(({ id }) => id === clockId);
  if (!clock?.chain) return now;
  return clock.chain.fired < loudRungs(state, chainPeople(state, clock, now)) ? now : clock.chain.nextAt;
}
