import { randomUUID } from 'node:crypto';
import { ApplicationFailure, isGrpcServiceError, WorkflowUpdateFailedError } from '@temporalio/client';
import type { WorkflowHandle } from '@temporalio/client';
import type { Escalation } from '../../domain/escalation/state';
import type { EventOf, EventType } from '../../domain/escalation/events';
import { asActor } from '../../domain/people';
import type { Rejection } from '../../domain/rejection';
import { namedPeople } from '../../services/shared/named-people';
import { excerpt } from '../../services/shared/store/people';
import type { TimelineEvent } from '../../services/shared/store/journal';
import { readAll } from '../../services/shared/store/journal';
import type { DemoMail } from '../../services/shared/store/demo-mails';
import { skipTime } from '../../services/shared/time-skip';
import { sendUpdate } from '../../services/shared/workflow/updates';
import type { CommandOutcome, StampedMessage } from '../../workflows/escalation/input';
import { escalationWorkflowId, STATE_QUERY, TIME_MOVED_UPDATE } from '../../workflows/names';
import { eventually } from './eventually';
import type { Stage } from './stage';

/** gRPC status of a query before a run's first task. */
const FAILED_PRECONDITION = 9;

/** A jump in time is answered once everything that it made due has happened. */
const PATIENCE_MS = 40_000;

/** One escalation as a test follows it: people act on it, time passes, and the journal tells what happened. */
export class Story {
  readonly handle: WorkflowHandle;

  constructor(
    private readonly stage: Stage,
    readonly id: string,
  ) {
    this.handle = stage.world.client.workflow.getHandle(escalationWorkflowId(id));
  }

  /** What the API makes of a body: who sends it, and everybody whom it names. */
  async stamp(byId: string, body: object): Promise<StampedMessage> {
    const directory = await excerpt(this.stage.db, [byId, ...namedPeople(body)]);
    const by = directory.people.find(({ id }) => id === byId);
    if (!by) throw new Error(`nobody has the id ${byId}`);
    return { ...body, by: asActor(by), directory };
  }

  /** Sends a step or a command as the API does. */
  async send(name: string, byId: string, body: object = {}, updateId: string = randomUUID()): Promise<CommandOutcome> {
    return this.update(name, await this.stamp(byId, body), updateId);
  }

  /** Sends what is to be refused; answers why. */
  async refusal(name: string, byId: string, body: object = {}): Promise<Rejection> {
    try {
      await this.send(name, byId, body);
    } catch (error) {
      return rejectionOf(error);
    }
    throw new Error(`${name} by ${byId} was not refused`);
  }

  /** Moves the escalation's time, and waits until everything that became due has happened. */
  async skip(durationMs: number): Promise<void> {
    await this.fastForward(durationMs);
    await this.update(TIME_MOVED_UPDATE, {});
  }

  /** Moves the escalation's time and waits for nothing. */
  async fastForward(durationMs: number): Promise<void> {
    await skipTime(this.stage.world.client, this.handle.workflowId, durationMs);
  }

  /** The workflow's own state; waits where a run has continued and not begun yet. */
  async state(): Promise<Escalation> {
    const ask = () => this.handle.query<Escalation>(STATE_QUERY).catch(notBegunYet);
    return (await eventually(ask, (state) => state !== null, 'a run that can be asked')) as Escalation;
  }

  /** Waits until nothing is owed, and the journal holds all. */
  async untilQuiet(): Promise<void> {
    await eventually(
      async () => {
        const { deliveries, seq } = await this.state();
        return deliveries.length === 0 && (await this.journal()).length === seq;
      },
      (quiet) => quiet,
      `quiet around ${this.id}`,
    );
  }

  /** What stands in the journal. */
  async journal(): Promise<TimelineEvent[]> {
    return readAll(this.stage.db, this.id);
  }

  /** The events of one type in the journal. */
  async events<T extends EventType>(type: T): Promise<(EventOf<T> & { recordedAt: number })[]> {
    const journal = await this.journal();
    return journal.filter((event) => event.type === type) as unknown as (EventOf<T> & { recordedAt: number })[];
  }

  /** Waits until the journal holds so many events of a type; answers with them. */
  async until<T extends EventType>(type: T, count = 1, patienceMs?: number) {
    return eventually(
      () => this.events(type),
      (events) => events.length >= count,
      `${count} × ${type} in the journal of ${this.id}`,
      patienceMs,
    );
  }

  /** The mails about this escalation, oldest first. */
  async mails(): Promise<DemoMail[]> {
    const { ref } = await this.state();
    return (await this.stage.mails()).filter(({ subject }) => subject.includes(`[${ref}]`));
  }

  private update(name: string, message: object, updateId: string = randomUUID()): Promise<CommandOutcome> {
    return sendUpdate(this.stage.world.client, this.id, { name, updateId, args: [message], timeoutMs: PATIENCE_MS });
  }
}

// Temporal lets a second pass between two runs of a workflow that continues quickly.
function notBegunYet(error: unknown): null {
  const { cause } = error as { cause?: unknown };
  if (isGrpcServiceError(cause) && Number(cause.code) === FAILED_PRECONDITION) return null;
  throw error;
}

/** The domain's refusal in the failure of an update. */
export function rejectionOf(error: unknown): Rejection {
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    return error.cause.details?.[0] as Rejection;
  }
  throw error;
}
