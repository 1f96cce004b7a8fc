import { CancellationScope, proxyActivities } from '@temporalio/workflow';
import type { createMemoryActivities } from '../../activities/memory';
import type { EscalationEvent } from '../../domain/escalation/events';
import type { EscalationRun } from './run';

const memory = proxyActivities<ReturnType<typeof createMemoryActivities>>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
});

/** More than this in one activity would only make a retry longer. */
const BATCH = 200;
/** Temporal ends a workflow whose activity gets more than 2 MB; a character takes up to three bytes. */
const BATCH_CHARACTERS = 300_000;

/** Writes events to the journal in their order, one batch at a time; waits for Postgres as long as it takes. */
export class Recorder {
  private unrecorded: EscalationEvent[];
  private running = false;
  private resting = false;

  constructor(
    private readonly run: EscalationRun,
    unrecorded: readonly EscalationEvent[],
  ) {
    this.unrecorded = [...unrecorded];
  }

  /** Events that the journal may not hold yet, in their order. */
  waiting(): EscalationEvent[] {
    return [...this.unrecorded];
  }

  /** Whether the journal holds everything. */
  isIdle(): boolean {
    return this.unrecorded.length === 0;
  }

  /** Starts nothing more: what waits is handed over to the next run. */
  rest(): void {
    this.resting = true;
  }

  /** Whether nothing is being recorded at this moment. */
  isAtRest(): boolean {
    return !this.running;
  }

  /** Takes events to be recorded. */
  add(events: readonly EscalationEvent[]): void {
    this.unrecorded.push(...events);
    this.start();
  }

  /** Starts recording unless it is under way. */
  start(): void {
    if (this.running || this.resting || this.isIdle()) return;
    this.running = true;
    void CancellationScope.nonCancellable(() => this.recordAll());
  }

  private async recordAll(): Promise<void> {
    while (this.unrecorded.length > 0 && !this.resting) {
      const events = batchOf(this.unrecorded);
      const { id, directoryVersion, people, duty, ref } = this.run.state;
      const dutyUntilAt = duty.at(-1)?.toAt ?? null;
      const request = { escalationId: id, events, directoryVersion, peopleIds: Object.keys(people), dutyUntilAt };
      const { directory } = await memory.record.executeWithOptions({ summary: summaryOf(ref, events) }, [request]);
      this.unrecorded = this.unrecorded.slice(events.length);
      if (directory) this.run.note((draft) => draft.emit('people.refreshed', { ...directory }));
    }
    this.running = false;
  }
}

/** The first events that travel together; at least one, however long it is. */
function batchOf(events: readonly EscalationEvent[]): EscalationEvent[] {
  let characters = 0;
  const next = events.slice(0, BATCH);
  const end = next.findIndex((event, index) => {
    characters += JSON.stringify(event).length;
    return index > 0 && characters > BATCH_CHARACTERS;
  });
  return end === -1 ? next : next.slice(0, end);
}

function summaryOf(ref: string, events: readonly EscalationEvent[]): string {
  const more = events.length > 3 ? ` and ${events.length - 3} more` : '';
  const types = events.slice(0, 3).map(({ type }) => type);
  return `${ref}: ${types.join(', ')}${more}`;
}
