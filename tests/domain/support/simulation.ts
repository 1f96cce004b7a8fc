import type { Command, Decision } from '../../../domain/escalation/decide';
import { decide } from '../../../domain/escalation/decide';
import { Draft } from '../../../domain/escalation/draft';
import { nextDue } from '../../../domain/escalation/due';
import { evolve } from '../../../domain/escalation/evolve';
import type { EscalationEvent } from '../../../domain/escalation/events';
import { fireDue, noticeFailed } from '../../../domain/escalation/fire';
import { peerAnswered } from '../../../domain/escalation/together/peer-answered';
import type { Raise } from '../../../domain/escalation/raise';
import { decideRaise } from '../../../domain/escalation/raise';
import type { Delivery, Escalation } from '../../../domain/escalation/state';
import type { DutyShift } from '../../../domain/duty';
import type { Person } from '../../../domain/people';
import type { FieldProblem, Rejection } from '../../../domain/rejection';
import { shapeProblems } from '../../../domain/shapes';
import { freeze } from './freeze';
import type { Watch } from '../laws/law';
import { SLEEPS_AGAIN, Violation } from '../laws/law';

/** How the world takes what we send: at once, not at all for now, or refused for good where the address is this one. */
export type Weather = 'works' | 'down' | { refusing: string };

/** More turns than this at one moment, and the escalation would never sleep again. */
const MOST_TURNS = 200;

/**
 * One escalation without Temporal: its state, its own now, and everything that the workflow does around the pure core.
 * What watches it is told of every event, wake and answer.
 */
export class Simulation {
  state: Escalation;
  now: number;
  weather: Weather = 'works';
  readonly events: EscalationEvent[] = [];

  constructor(
    raise: Raise,
    now: number,
    private readonly watches: readonly Watch[] = [],
  ) {
    this.now = now;
    const raised = decideRaise(raise, now);
    this.state = evolve(null, raised[0] as EscalationEvent);
    this.events.push(raised[0] as EscalationEvent);
    for (const watch of watches) watch.raised?.(this.state, raised[0] as EscalationEvent);
    this.apply(raised.slice(1));
    this.settle(false);
  }

  /** Time passes as it does for the workflow: it wakes for each thing due on the way. */
  pass(ms: number): void {
    const target = this.now + ms;
    for (let due = nextDue(this.state, this.now); due && due.at <= target; due = nextDue(this.state, this.now)) {
      this.now = Math.max(this.now, due.at);
      this.settle(false);
    }
    this.now = target;
  }

  /** Time passes while nobody is at work: everything that became due meanwhile is met in one wake. */
  outage(ms: number): void {
    this.now += ms;
    this.settle(true);
  }

  /** Somebody gives a command, as the workflow takes an update; answers with the rejection, if it is one. */
  give(command: Command): Rejection | null {
    const before = this.state;
    const errors = shapeProblems(command.name, command.body);
    const decision = errors.length > 0 ? malformed(errors) : decide(before, command, this.now);
    if (!decision.ok) {
      for (const watch of this.watches) watch.refused?.(decision.rejection, command, before, this.now);
      return decision.rejection;
    }
    this.apply(decision.events);
    for (const watch of this.watches) watch.accepted?.(command, before, decision.events, this.now);
    this.settle(false);
    return null;
  }

  /** The system itself has something to say, as the workflow's recorder and courier do. */
  note(write: (draft: Draft) => void): void {
    const draft = new Draft(this.state, this.now, null);
    write(draft);
    this.apply(draft.events);
    this.settle(false);
  }

  /** The directory changed, and the recorder brings the news. */
  refresh(people: readonly Person[], duty?: readonly DutyShift[]): void {
    const rota = duty ? { duty } : {};
    this.note((draft) =>
      draft.emit('people.refreshed', { version: draft.state.directoryVersion + 1, people, ...rota }),
    );
  }

  /** Nothing follows any more: what watches says what it thinks of the whole. */
  end(): void {
    for (const watch of this.watches) watch.end?.(this.state, this.events);
  }

  private apply(events: readonly EscalationEvent[]): void {
    for (const event of events) {
      const before = this.state;
      const after = freeze(evolve(before, event));
      this.state = after;
      this.events.push(event);
      for (const watch of this.watches) watch.event?.(event, before, after);
    }
  }

  /** Does what is due and carries what is owed until nothing is left to do at this moment. */
  private settle(afterOutage: boolean): void {
    for (let turns = 0; turns < MOST_TURNS; turns += 1) {
      const due = nextDue(this.state, this.now);
      if (due && due.at <= this.now) this.wake(afterOutage);
      else if (!this.carry()) return this.rest();
    }
    throw new Violation(SLEEPS_AGAIN, `still at work after ${MOST_TURNS} turns at ${this.now}`);
  }

  private wake(afterOutage: boolean): void {
    const before = this.state;
    const events = fireDue(before, this.now);
    this.apply(events);
    for (const watch of this.watches) watch.woke?.(events, before, this.now, afterOutage);
  }

  private rest(): void {
    for (const watch of this.watches) watch.rest?.(this.state, this.now);
  }

  private carry(): boolean {
    if (this.weather === 'down') return false;
    const { deliveries } = this.state;
    for (const delivery of deliveries) this.carryOne(delivery);
    return deliveries.length > 0;
  }

  private carryOne(delivery: Delivery): void {
    const draft = new Draft(this.state, this.now, null);
    if (delivery.kind === 'notice') this.deliver(draft, delivery.id, delivery.notice.toId);
    else if (delivery.kind === 'peer') {
      const { id: deliveryId, to, command } = delivery;
      peerAnswered(draft, { deliveryId, to, command, rejection: peerRefusal(deliveryId) });
    } else if (delivery.kind === 'customer-message')
      draft.emit('message.sent', { deliveryId: delivery.id, messageId: 'm' });
    else {
      const { id, step, round } = delivery;
      draft.emit('step.carried-out', { deliveryId: id, step, round, summary: 'done', result: null });
    }
    this.apply(draft.events);
  }

  private deliver(draft: Draft, noticeId: string, toId: string): void {
    const refused = typeof this.weather === 'object' && this.weather.refusing === toId;
    if (refused || !draft.state.people[toId]) noticeFailed(draft, noticeId, toId, 'refused for good', true);
    else draft.emit('notification.sent', { noticeId, toId, channel: 'mail', messageId: `<${noticeId}>` });
  }
}

/** One of four is refused, by its number. */
function peerRefusal(deliveryId: string): Rejection | null {
  const refuses = Number(deliveryId.split('.')[1]) % 4 === 3;
  return refuses ? { type: 'not-mergeable', status: 409, detail: 'The other one is closed.' } : null;
}

function malformed(errors: FieldProblem[]): Decision {
  return {
    ok: false,
    rejection: { type: 'malformed', status: 422, detail: 'It does not have the shape of its kind.', errors },
  };
}
