import { CancellationScope, condition, proxyActivities } from '@temporalio/workflow';
import type { createMemoryActivities } from '../../activities/memory';
import type { ResolveAnswer } from '../../activities/ports';
import { decide } from '../../domain/escalation/decide';
import { unreadableReason } from '../readable-signals';
import { reasonOf } from './failures';
import type { EscalationRun } from './run';

const memory = proxyActivities<ReturnType<typeof createMemoryActivities>>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
});

/**
 * Takes signals, one after the other in the order they came: an activity parses each and resolves who sent it, roles
 * that it claims being ignored. One that is refused stands on the timeline, never lost.
 */
export class SignalDesk {
  private queue: Promise<void> = Promise.resolve();

  constructor(private readonly run: EscalationRun) {}

  /** Takes one signal; done when it was decided. A cancel request of Temporal must not reach it either. */
  take(name: string, payload: unknown): Promise<void> {
    const turn = this.queue.then(() => CancellationScope.nonCancellable(() => this.decideOne(name, payload)));
    this.queue = turn;
    return turn;
  }

  private async decideOne(name: string, payload: unknown): Promise<void> {
    const answer = await this.resolve(name, payload);
    if (!this.run.isCaughtUp) await condition(() => this.run.isCaughtUp);
    const byId = answer.ok ? answer.by.id : answer.byId;
    const decision = answer.ok
      ? decide(this.run.state, { name, body: answer.body, by: answer.by, directory: answer.directory }, Date.now())
      : answer;
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
