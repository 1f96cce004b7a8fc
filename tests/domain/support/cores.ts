import { decide } from '../../../domain/escalation/decide';
import { Draft } from '../../../domain/escalation/draft';
import { evolve, evolveAll } from '../../../domain/escalation/evolve';
import type { EscalationEvent } from '../../../domain/escalation/events';
import { fireDue } from '../../../domain/escalation/fire';
import type { Raise } from '../../../domain/escalation/raise';
import { decideRaise } from '../../../domain/escalation/raise';
import type { Delivery, Escalation } from '../../../domain/escalation/state';
import { peerAnswered } from '../../../domain/escalation/together/peer-answered';
import type { OtherEscalation } from '../../../domain/escalation/together/together';
import { asActor } from '../../../domain/people';
import type { Rejection } from '../../../domain/rejection';
import { shapeProblems } from '../../../domain/shapes';
import { freeze } from './freeze';

type Question = Extract<Delivery, { kind: 'peer' }>;

/** A question on its way from one core to another, and what became of it. */
interface UnderWay {
  from: string;
  question: Question;
  answer: { rejection: Rejection | null } | null;
}

/**
 * Several escalations at once, without Temporal: what one asks of another is on its way until somebody lets it arrive,
 * and so is each answer, in whatever order. A question may arrive again, as after a lost answer.
 */
export class Cores {
  readonly states = new Map<string, Escalation>();
  readonly events = new Map<string, EscalationEvent[]>();
  private readonly underWay: UnderWay[] = [];

  constructor(public now: number) {}

  /** Raises one more. */
  raise(raise: Raise): string {
    const events = decideRaise(raise, this.now);
    this.states.set(raise.id, evolveAll(null, events) as Escalation);
    this.events.set(raise.id, events);
    this.setOut(raise.id);
    return raise.id;
  }

  /** The state of one by its ref. */
  at(ref: string): Escalation {
    const found = [...this.states.values()].find((state) => state.ref === ref);
    if (!found) throw new Error(`no core ${ref}`);
    return found;
  }

  /** The ones that a body may name. */
  get others(): OtherEscalation[] {
    return [...this.states.values()].map(({ id, ref }) => ({ id, ref }));
  }

  /** Somebody does something; answers with the rejection, or null where it was taken. */
  tries(ref: string, by: string, name: string, body: object): Rejection | null {
    const state = this.at(ref);
    const person = state.people[by];
    if (!person) throw new Error(`nobody has the id ${by}`);
    const directory = { version: 1, people: [] };
    const decision = decide(state, { name, body, by: asActor(person), directory, others: this.others }, this.now);
    if (!decision.ok) return decision.rejection;
    this.apply(state.id, decision.events);
    return null;
  }

  /** The same, and it must be taken. */
  does(ref: string, by: string, name: string, body: object): this {
    const rejection = this.tries(ref, by, name, body);
    if (rejection) throw new Error(`${by} may not ${name} ${ref}: ${rejection.type}, ${rejection.detail}`);
    return this;
  }

  /** How many questions and answers are on their way. */
  get waiting(): number {
    return this.underWay.length;
  }

  /** Lets one of them come one step further: the question arrives, or, as `again`, a second time, or its answer does. */
  step(index: number, again = false): void {
    const one = this.underWay[index % Math.max(1, this.underWay.length)];
    if (!one) return;
    if (!one.answer || again) one.answer = { rejection: this.ask(one) };
    else this.answer(one);
  }

  /** Everything arrives, the oldest first. */
  drain(): this {
    for (let turns = 0; this.underWay.length > 0; turns += 1) {
      if (turns > 10_000) throw new Error('they never stop asking each other');
      this.step(0);
    }
    return this;
  }

  /** Time passes at once for all of them. */
  pass(ms: number): this {
    this.now += ms;
    for (const [id, state] of this.states) this.apply(id, fireDue(state, this.now));
    return this;
  }

  private ask({ from, question: { to, command, by, body } }: UnderWay): Rejection | null {
    const state = this.states.get(to.id);
    const asking = this.states.get(from) as Escalation;
    if (!state) throw new Error(`nobody has the id ${to.id}`);
    const problems = shapeProblems(command, body);
    if (problems.length > 0) throw new Error(`${command}: ${JSON.stringify(problems)}`);
    const directory = { version: 1, people: Object.values(asking.people) };
    const peer = { id: from, ref: asking.ref };
    const decision = decide(state, { name: command, body, by, directory, peer }, this.now);
    if (!decision.ok) return decision.rejection;
    this.apply(to.id, decision.events);
    return null;
  }

  private answer(one: UnderWay): void {
    this.underWay.splice(this.underWay.indexOf(one), 1);
    const draft = new Draft(this.states.get(one.from) as Escalation, this.now, null);
    const { id: deliveryId, to, command } = one.question;
    peerAnswered(draft, { deliveryId, to, command, rejection: one.answer?.rejection ?? null });
    this.apply(one.from, draft.events);
  }

  private apply(id: string, events: readonly EscalationEvent[]): void {
    const before = this.states.get(id) as Escalation;
    this.states.set(
      id,
      events.reduce<Escalation>((state, event) => freeze(evolve(state, event)), before),
    );
    this.events.get(id)?.push(...events);
    this.setOut(id);
  }

  private setOut(id: string): void {
    for (const delivery of this.states.get(id)?.deliveries ?? []) {
      const known = this.underWay.some(({ from, question }) => from === id && question.id === delivery.id);
      if (delivery.kind === 'peer' && !known) this.underWay.push({ from: id, question: delivery, answer: null });
    }
  }
}
