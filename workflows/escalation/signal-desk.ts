import { CancellationScope, condition, proxyActivities } from '@temporalio/workflow';
import type { createMemoryActivities } from '../../activities/memory';
import type { ResolveAnswer } from '../../activities/ports';
import { decide } from '../../domain/escalation/decide';
import { unreadableReason } from '../readable-signals';
import { reasonOf } from './failures';
import type { WaitingSignal } from './input';
import type { EscalationRun } from './run';

const memory = proxyActivities<ReturnType<typeof createMemoryActivities>>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
});

/** With more than this a run would not begin: Temporal takes 2 MB at most, and the state needs its room. */
const MOST_HANDED_OVER = 400_000;

/**
 * Takes signals and decides them one after the other in the order they came: an activity parses each and resolves who
 * sent it, roles that it claims being ignored. One that is refused stands on the timeline, never lost.
 */
export class SignalDesk {
  private readonly queue: WaitingSignal[];
  private running = false;
  private resting = false;

  constructor(
    private readonly run: EscalationRun,
    waiting: readonly WaitingSignal[],
  ) {
    this.queue = [...waiting];
  }

  /** Signals that are not decided yet, in their order. */
  waiting(): WaitingSignal[] {
    return [...this.queue];
  }

  /** Whether every signal is decided. */
  isIdle(): boolean {
    return this.queue.length === 0;
  }

  /** Begins no other decision: what waits is handed over to the next run, as far as there is room for it. */
  rest(): void {
    this.resting = true;
  }

  /** Whether no signal is being decided at this moment. */
  isAtRest(): boolean {
    return !this.running;
  }

  /** Whether what waits can be handed over. */
  hasRoom(): boolean {
    return JSON.stringify(this.queue).length <= MOST_HANDED_OVER;
  }

  /** Takes a signal. */
  take(name: string, payload: unknown): void {
    this.queue.push({ name, payload });
    this.start();
  }

  /** Starts deciding unless it is under way. A cancel request of Temporal must not reach it. */
  start(): void {
    if (this.running || this.resting || this.isIdle()) return;
    this.running = true;
    void CancellationScope.nonCancellable(() => this.decideAll());
  }

  private async decideAll(): Promise<void> {
    for (let next = this.queue[0]; next; next = this.queue[0]) {
      if (this.resting && this.hasRoom()) break;
      await this.decideOne(next.name, next.payload);
      this.queue.shift();
    }
    this.running = false;
  }

  private async decideOne(name: string, payload: unknown): Promise<void> {
    const answer = await this.resolve(name, payload);
    if (!this.run.isCaughtUp) await condition(() => this.run.isCaughtUp);
    const byId = answer.ok ? answer.by.id : answer.byId;
    const decision = answer.ok ? decide(this.run.state, { name, ...answer }, Date.now()) : answer;
    if (decision.ok) return this.run.apply('events' in decision ? decision.events : []);
    const { rejection } = decision;
    this.run.note((draft) => draft.emit('command.rejected', { command: name, byId, rejection }));
  }

  private async resolve(name: string, payload: unknown): Promise<ResolveAnswer> {
    const unreadable = unreadableReason(payload);
    if (unreadable !== undefined) return malformed(`The signal cannot be read: ${unreadable}.`);
    const summary = `${this.run.state.ref}: signal ${name.slice(0, 60)}`;
    try {
      return await memory.resolve.executeWithOptions({ summary }, [{ name, payload }]);
    } catch (error) {
      return malformed(`The signal cannot be resolved: ${reasonOf(error)}.`);
    }
  }
}

function malformed(detail: string): ResolveAnswer {
  return { ok: false, byId: null, rejection: { type: 'malformed', status: 422, detail } };
}
