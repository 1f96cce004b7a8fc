import { allHandlersFinished, condition, log, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { createMemoryActivities } from '../../activities/memory';
import { completeState } from '../../domain/escalation/carried';
import { evolve, evolveAll } from '../../domain/escalation/evolve';
import { fireDue } from '../../domain/escalation/fire';
import type { NextDue } from '../../domain/escalation/due';
import { hasEnded, nextDue } from '../../domain/escalation/due';
import { Draft } from '../../domain/escalation/draft';
import type { EscalationEvent } from '../../domain/escalation/events';
import type { Escalation } from '../../domain/escalation/state';
import type { Rejection } from '../../domain/rejection';
import { Courier } from './courier';
import type { CommandOutcome, EscalationInput } from './input';
import { OutcomeBook } from './outcomes';
import { Recorder } from './recorder';
import { SignalDesk } from './signal-desk';
import { TemporalPage } from './temporal-page';

const { catchUp } = proxyActivities<ReturnType<typeof createMemoryActivities>>({ startToCloseTimeout: '20 seconds' });

/** Something in flight is given this long to end before a long history is cut; what is not is handed over. */
const HAND_OVER_GRACE_MS = 60_000;

/** One run of an escalation: its state, and those who carry what follows from it out of the workflow. */
export class EscalationRun {
  state: Escalation;
  readonly outcomes: OutcomeBook;
  readonly signals: SignalDesk;
  /** What other escalations said in this run to what they were asked, by its delivery; null: they have done it. */
  readonly peerAnswers = new Map<string, Rejection | null>();
  private readonly recorder: Recorder;
  private readonly courier: Courier;
  private readonly page: TemporalPage;
  /** Whether the state is known to be the latest there is. */
  isCaughtUp: boolean;

  constructor(private readonly input: EscalationInput) {
    const begun = evolveAll(input.state, input.state ? [] : input.unrecorded);
    if (!begun) throw new TypeError('an escalation begins with its events or its state');
    const state = completeState(begun);
    this.state = state;
    this.outcomes = new OutcomeBook(input.outcomes);
    this.signals = new SignalDesk(this, input.signals ?? []);
    this.recorder = new Recorder(this, input.unrecorded);
    this.courier = new Courier(this);
    this.page = new TemporalPage(state);
    this.isCaughtUp = !input.fromJournal;
  }

  /** Catches up with the journal where another run may have come between, and starts carrying what is owed. */
  async begin(): Promise<void> {
    if (!this.isCaughtUp) {
      const missed = await catchUp({ escalationId: this.input.escalationId, afterSeq: this.state.seq });
      this.state = missed.reduce<Escalation>(evolve, this.state);
      this.isCaughtUp = true;
    }
    this.recorder.start();
    this.courier.start();
    this.signals.start();
  }

  /** Takes events into the state and carries on what follows from them. */
  apply(events: readonly EscalationEvent[]): void {
    if (events.length === 0) return;
    this.state = events.reduce<Escalation>(evolve, this.state);
    this.page.show(this.state);
    this.recorder.add(events);
    this.courier.start();
  }

  /** Takes what the system itself has to say: adds it to a draft of this moment. */
  note(write: (draft: Draft) => void): void {
    const draft = new Draft(this.state, Date.now(), null);
    write(draft);
    this.apply(draft.events);
  }

  /** Does everything that is due. */
  fireDue(): void {
    this.apply(fireDue(this.state, Date.now()));
  }

  /** What is due next, and when. */
  nextDue(): NextDue | null {
    return nextDue(this.state, Date.now());
  }

  /** What an update answers: everything that the journal may lack, up to now. */
  outcome(): CommandOutcome {
    return { seq: this.state.seq, events: this.recorder.waiting() };
  }

  /** The next thing due in words, for the timer's summary. */
  describe(due: NextDue): string {
    return `${this.state.ref} ${dueInWords(due)}`;
  }

  /** Whether nothing is due, owed, undecided or unrecorded at this moment. */
  isQuiet(): boolean {
    const due = this.nextDue();
    const isDue = due !== null && due.at <= Date.now();
    return this.isCaughtUp && !isDue && this.hasNothingOpen();
  }

  /** Ended, with nothing open: nothing is left that this run would do. */
  isOver(): boolean {
    return hasEnded(this.state) && this.hasNothingOpen() && allHandlersFinished();
  }

  /** Whether the history has grown so long that the story goes on in a new run. */
  isLong(): boolean {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    return continueAsNewSuggested || historyLength >= (this.input.continueAfterEvents ?? Infinity);
  }

  /**
   * Starts nothing new, and waits until every message is handled and, for a while, until what is in flight has ended:
   * under a stream of messages too a long history is cut soon.
   */
  async finishHandling(): Promise<void> {
    await condition(allHandlersFinished, HAND_OVER_GRACE_MS);
    const all = [this.recorder, this.courier, this.signals];
    for (const one of all) one.rest();
    const landed = await condition(() => all.every((one) => one.isAtRest()), HAND_OVER_GRACE_MS);
    if (!landed) log.warn('handing over with activities in flight', { ref: this.state.ref });
    await condition(() => allHandlersFinished() && this.signals.hasRoom());
  }

  /** What the next run begins with: no message, second or idempotency is lost. */
  handOver(): EscalationInput {
    const { escalationId, continueAfterEvents } = this.input;
    return {
      ...{ escalationId, state: this.state, unrecorded: this.recorder.waiting(), outcomes: this.outcomes.kept() },
      ...{ signals: this.signals.waiting(), continueAfterEvents },
    };
  }

  private hasNothingOpen(): boolean {
    return this.state.deliveries.length === 0 && this.recorder.isIdle() && this.signals.isIdle();
  }
}

const DUE_IN_WORDS = {
  undelivered: 'a notice stays undelivered',
  'pause-end': 'the pause ends',
  'override-end': 'the set level ends',
  left: 'somebody has left the company',
} as const;

function dueInWords(due: NextDue): string {
  return 'clockId' in due ? `${due.clockId}: ${due.rung}` : DUE_IN_WORDS[due.kind];
}
