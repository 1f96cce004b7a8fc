import { breachClock, cancelClock, clockOf, isActive, meetClock } from '../escalation/clocks';
import { Draft } from '../escalation/draft';
import { nextDue, nextOfClock } from '../escalation/due';
import { evolve } from '../escalation/evolve';
import type { EscalationEvent, EventOf } from '../escalation/events';
import { failUndelivered, fireClocks, fireDue, noticeFailed } from '../escalation/fire';
import { holdChains } from '../escalation/holds';
import { restClocks, resumeClocks } from '../escalation/pause/rest';
import { refitClocks } from '../escalation/refit';
import type { Escalation } from '../escalation/state';
import type { Person } from '../people';
import type { Policy } from '../policy';
import { startAgain, startOtherwiseAnchored } from './restart';

/** So many turns at one moment, and something is wrong. */
const MOST_TURNS = 200;

/** What an escalation would have done under another policy, while people did what they did at the moments they did it. */
export class Replay {
  /** As it was recorded, up to the event in hand. */
  private was: Escalation | null = null;
  private would: Escalation | null = null;
  private refitting = false;
  /** When it would have woken last. */
  private now = 0;
  readonly events: EscalationEvent[] = [];
  private readonly mailedAt = new Map<string, number>();

  /**
   * @param recorded the whole journal of an escalation
   * @param policy what it would have gone by
   * @param people those whom that policy names, where the escalation did not know them
   */
  constructor(
    private readonly recorded: readonly EscalationEvent[],
    private readonly policy: Policy,
    private readonly people: readonly Person[],
  ) {
    for (const { at, data } of recorded) {
      const notices = 'notices' in data ? (data.notices as readonly { id: string }[]) : [];
      for (const { id } of notices) if (!this.mailedAt.has(id)) this.mailedAt.set(id, at);
    }
  }

  /** Goes through all of it, up to a moment of the escalation's own time. */
  run(untilAt: number): readonly EscalationEvent[] {
    for (const event of this.recorded) {
      this.wakeBefore(this.wokenBefore(event.at));
      this.take(event);
      this.was = evolve(this.was, event);
    }
    this.wakeBefore(this.wokenBefore(untilAt + 1));
    return this.events;
  }

  /**
   * When the worker should have woken and had something to do, a moment at the latest: where it did so later only, nothing
   * would have happened between either.
   */
  private wokenBefore(beforeAt: number): number {
    if (!this.was) return beforeAt;
    let now = this.was.lastAt;
    for (let turns = 0; turns < MOST_TURNS; turns += 1) {
      const due = Math.max(nextDue(this.was, now)?.at ?? Infinity, now);
      if (due >= beforeAt) return beforeAt;
      if (fireDue(this.was, due).length > 0) return due;
      now = due;
    }
    return now;
  }

  /** Does what would have been due before a moment, each thing in its time. */
  private wakeBefore(beforeAt: number): void {
    let idle = 0;
    for (let due = this.dueAt(); due < beforeAt; due = this.dueAt()) {
      const before = this.events.length;
      this.wake(due);
      idle = this.events.length > before ? 0 : idle + 1;
      if (idle > MOST_TURNS) throw new Error(`${this.would?.id} wakes for nothing again and again at ${due}`);
    }
  }

  /** What is asked again later may be answered otherwise: somebody else is on duty, or in their hours. */
  private dueAt(): number {
    if (!this.would) return Infinity;
    this.now = Math.max(this.now, this.would.lastAt);
    return Math.max(nextClockDue(this.would, this.now), this.now);
  }

  /** Everything due at a moment; what people were not told in the recording reaches them at once. */
  private wake(at: number): void {
    this.now = Math.max(this.now, at);
    for (let turns = 0; turns < MOST_TURNS; turns += 1) {
      this.draft(at, null, (draft) => {
        failUndelivered(draft);
        fireClocks(draft);
      });
      this.deliver(at);
      if (!this.would || nextClockDue(this.would, at) > at) return;
    }
    throw new Error(`${this.would?.id} does not sleep again at ${at}`);
  }

  private deliver(at: number): void {
    const open =
      this.would?.deliveries.filter(({ kind, requestedAt }) => kind === 'notice' && requestedAt === at) ?? [];
    const told = open.filter(({ id }) => this.mailedAt.get(id) !== at);
    if (told.length === 0) return;
    this.draft(at, null, (draft) => {
      for (const delivery of told) {
        if (delivery.kind !== 'notice') continue;
        const { id: noticeId, toId } = delivery.notice;
        draft.emit('notification.sent', { noticeId, toId, channel: 'mail', messageId: null });
      }
    });
  }

  /** What was recorded, as it would have been. */
  private take(event: EscalationEvent): void {
    if (event.type === 'escalation.raised') return this.raise(event);
    // Clocks that move right after a change of terms follow from the terms; others because people said so.
    this.refitting = isOfTerms(event) || (this.refitting && event.type === 'clock.moved');
    if (isTimers(event)) return this.wake(event.at);
    this.draft(event.at, event, (draft) => this.follow(draft, event));
  }

  private raise(event: EventOf<'escalation.raised'>): void {
    const { directory } = event.data;
    const known = new Set(directory.people.map(({ id }) => id));
    const people = [...directory.people, ...this.people.filter(({ id }) => !known.has(id))];
    const data = { ...event.data, policy: this.policy, directory: { ...directory, people } };
    this.would = evolve(null, { ...event, data });
    this.events.push({ ...event, data });
  }

  /** One recorded event in a draft of what would have been. */
  private follow(draft: Draft, event: EscalationEvent): void {
    const was = this.was as Escalation;
    switch (event.type) {
      case 'clock.started':
        return startAgain(draft, was, event.data);
      case 'clock.met':
        return meetClock(draft, event.data.clockId, event.data.metAt);
      case 'clock.cancelled':
        return cancelClock(draft, event.data.clockId, event.data.because);
      case 'clock.moved':
        return this.refitting ? undefined : move(draft, event.data);
      case 'clock.breached':
        return breach(draft, event.data.clockId);
      case 'chain.held':
        return hold(draft, was, event.data);
      case 'notification.failed':
        return fail(draft, event.data);
      case 'clock.paused':
      case 'clock.resumed':
      case 'nobody.notified':
      case 'policy.applied':
        return undefined;
      default:
        draft.emit(event.type, event.data);
        return this.afterwards(draft, event);
    }
  }

  /** What the rules do because of an event, by the other policy's terms. */
  private afterwards(draft: Draft, event: EscalationEvent): void {
    if (event.type === 'escalation.paused') restClocks(draft);
    if (event.type === 'escalation.resumed') resumeClocks(draft);
    if (draft.state.rules >= 2 && isOfLevel(event))
      refitClocks(draft, event.type, event.actor !== null && isSet(event));
    startOtherwiseAnchored(draft, this.was as Escalation, event);
  }

  private draft(at: number, of: EscalationEvent | null, write: (draft: Draft) => void): void {
    if (!this.would) throw new Error('an event before escalation.raised');
    const draft = new Draft(this.would, Math.max(at, this.would.lastAt), of?.actor ?? null);
    write(draft);
    this.would = draft.state;
    this.events.push(...draft.events);
  }
}

/** When a clock does something next, or a notice counts as not delivered; Infinity for never. */
function nextClockDue(state: Escalation, now: number): number {
  const clocks = state.clocks.map((clock) => nextOfClock(state, clock, now)?.at ?? Infinity);
  const notices = state.deliveries.map(({ kind, overdue, requestedAt }) =>
    kind === 'notice' && !overdue ? requestedAt + state.policy.undeliveredAfterMs : Infinity,
  );
  return Math.min(...clocks, ...notices);
}

/** What the timer wrote, and nobody else. */
function isTimers(event: EscalationEvent): boolean {
  if (event.actor !== null) return false;
  if (event.type === 'notification.failed') return !event.data.final;
  return ['clock.breached', 'clock.reminded', 'reminder.spared', 'chain.advanced'].includes(event.type);
}

function isOfLevel({ type }: EscalationEvent): boolean {
  return type === 'priority.assessed' || isSet({ type });
}

function isSet({ type }: { type: string }): boolean {
  return type === 'priority.overridden' || type === 'priority.override-ended';
}

function isOfTerms(event: EscalationEvent): boolean {
  return isOfLevel(event) || event.type === 'policy.applied';
}

function move(draft: Draft, moved: EventOf<'clock.moved'>['data']): void {
  const state = clockOf(draft.state, moved.clockId)?.state;
  if (state === 'running' || state === 'paused') draft.emit('clock.moved', moved);
}

/** Somebody's act found it run out: so it would have, where it was due by then. */
function breach(draft: Draft, clockId: string): void {
  const clock = clockOf(draft.state, clockId);
  if (clock?.state === 'running' && clock.dueAt <= draft.now) breachClock(draft, clock);
}

/** Who rested every chain that climbed would have rested every chain that would have climbed. */
function hold(draft: Draft, was: Escalation, { clockIds, because }: EventOf<'chain.held'>['data']): void {
  const climbs = (state: Escalation) =>
    state.clocks.filter((clock) => isActive(clock) && clock.chain).map(({ id }) => id);
  const all = climbs(was).every((id) => clockIds.includes(id));
  const would = climbs(draft.state);
  const held = all ? would : would.filter((id) => clockIds.includes(id));
  if (held.length > 0) holdChains(draft, held, because);
}

function fail(draft: Draft, { noticeId, toId, reason, final }: EventOf<'notification.failed'>['data']): void {
  if (draft.state.deliveries.some(({ id }) => id === noticeId)) noticeFailed(draft, noticeId, toId, reason, final);
}
