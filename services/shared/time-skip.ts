import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { isGrpcServiceError } from '@temporalio/client';
import { msToTs, tsToMs } from '@temporalio/common/lib/time';

/** As the protocol numbers them (temporal.api.enums.v1). */
const RUNNING = 1;
const ACTIVITY_SCHEDULED = 1;
/** gRPC status of what is asked of a workflow that has ended. */
const NOT_FOUND = 5;
/** gRPC status of a server that was not started with time skipping. */
const UNIMPLEMENTED = 12;

/** What comes sooner is waited for: a jump must not take longer to arrange than it is long. */
const SHORTEST_JUMP_MS = 500;
const PAUSE_MS = 20;
/** So often in a row a jump may meet a workflow that is busy after all. */
const MISSES_AT_MOST = 5;
const PAGE_EVENTS = 1_000;

type Description = Awaited<ReturnType<Client['workflowService']['describeWorkflowExecution']>>;

/** Skipping time did not work, for the reason in the message. */
export class TimeSkipFailed extends Error {
  override readonly name = 'TimeSkipFailed';
}

/**
 * Moves the time of one running workflow forward and resolves when it has arrived, or when the workflow has ended on
 * the way. Its timers fire in between; what they set off may still be under way. It never goes further than asked for,
 * but for the time that this takes. One skip at a time per workflow.
 * @param jumpId a repetition with the same id goes on to where the first one went to, as long as it is the latest
 * @throws TimeSkipFailed where the server does not skip time.
 */
export async function skipTime(
  client: Client,
  workflowId: string,
  durationMs: number,
  jumpId: string = randomUUID(),
): Promise<void> {
  try {
    await jumpByJump(new TimedWorkflow(client, workflowId), durationMs, `${jumpId}@`);
  } catch (error) {
    if (!hasCode(error, UNIMPLEMENTED)) throw error;
    throw new TimeSkipFailed('this Temporal server does not skip time (frontend.WorkflowTimeSkippingEnabled)', {
      cause: error,
    });
  }
}

function hasCode(error: unknown, code: number): boolean {
  return isGrpcServiceError(error) && Number(error.code) === code;
}

/**
 * From one due moment to the next, each only once everything before it has happened. The server could do it alone, but
 * where its target passes while something is under way, it may go on to whatever is due after it (ADR 14).
 */
async function jumpByJump(workflow: TimedWorkflow, durationMs: number, mark: string): Promise<void> {
  let targetAt: number | null = null;
  for (let misses = 0; ;) {
    const { isRunning, now, isSkipping, latest, nextAt } = await workflow.look();
    if (!isRunning) return;
    if (now === null || isSkipping) {
      misses += 1;
      if (misses > MISSES_AT_MOST) throw new TimeSkipFailed(`the time of ${workflow.id} does not move`);
      await workflow.stopSkipping();
      continue;
    }
    targetAt ??= latest.startsWith(mark) ? Number(latest.slice(mark.length)) : now + durationMs;
    if (now >= targetAt) return;
    const jumpMs = nextAt === null ? 0 : Math.min(nextAt, targetAt) - now;
    if (jumpMs >= SHORTEST_JUMP_MS) {
      await workflow.jump(jumpMs, `${mark}${targetAt}`);
    } else {
      misses = 0;
      await sleep(PAUSE_MS);
    }
  }
}

/** How it stands with a workflow, in its own time (epoch milliseconds). */
interface Standing {
  isRunning: boolean;
  /** Null as long as nobody has asked for its time. */
  now: number | null;
  /** A jump is still to come: it met a busy workflow. */
  isSkipping: boolean;
  /** The id of the latest jump; empty where there is none. */
  latest: string;
  /** When something is due next, Infinity where nothing is; null while something is due or under way already. */
  nextAt: number | null;
}

/** A workflow whose time can be moved. */
class TimedWorkflow {
  private readonly timers: OpenTimers;

  constructor(
    private readonly client: Client,
    readonly id: string,
  ) {
    this.timers = new OpenTimers(client, id);
  }

  async look(): Promise<Standing> {
    const { namespace } = this.client.options;
    const description = await this.client.workflowService.describeWorkflowExecution({
      namespace,
      execution: { workflowId: this.id },
    });
    const info = description.workflowExtendedInfo?.timeSkippingInfo;
    const now = info?.currentTime ? tsToMs(info.currentTime) : null;
    return {
      isRunning: Number(description.workflowExecutionInfo?.status) === RUNNING,
      now,
      isSkipping: info?.effectiveConfig?.enabled ?? false,
      latest: info?.effectiveConfig?.fastForwardConfig?.id ?? '',
      nextAt: now === null ? null : await this.nextAt(description, now),
    };
  }

  /** Jumps to what is due first within this time, else to its end: the only skip is counted, and the server stops. */
  async jump(durationMs: number, jumpId: string): Promise<void> {
    const fastForwardConfig = { id: jumpId, duration: msToTs(Math.ceil(durationMs)) };
    await this.set({ enabled: true, fastForwardConfig, maxSessionSkipCount: 1 });
  }

  /** From here on it has a time of its own that goes as all clocks do. */
  async stopSkipping(): Promise<void> {
    await this.set({ enabled: false });
  }

  private async set(timeSkippingConfig: object): Promise<void> {
    try {
      await this.client.workflowService.updateWorkflowExecutionOptions({
        namespace: this.client.options.namespace,
        workflowExecution: { workflowId: this.id },
        workflowExecutionOptions: { timeSkippingConfig },
        updateMask: { paths: ['time_skipping_config'] },
      });
    } catch (error) {
      // It has ended since it was looked at; the next look tells.
      if (!hasCode(error, NOT_FOUND)) throw error;
    }
  }

  private async nextAt(description: Description, now: number): Promise<number | null> {
    const { workflowExecutionInfo: info, pendingWorkflowTask, pendingActivities } = description;
    if (!info || pendingWorkflowTask) return null;
    // Scheduled for later: it has failed and is to be tried again then.
    const attempts = (pendingActivities ?? []).map(({ state, scheduledTime }) =>
      Number(state) === ACTIVITY_SCHEDULED ? tsToMs(scheduledTime) : now,
    );
    if (attempts.some((at) => at <= now)) return null;
    if (!(await this.timers.readTo(info.execution?.runId ?? '', Number(info.historyLength)))) return null;
    const begins = this.timers.hasBegun ? [] : [tsToMs(info.executionTime)];
    const next = Math.min(...attempts, ...begins, ...this.timers.moments());
    return next > now ? next : null;
  }
}

/** The timers of a workflow's run that have not fired, which only its history tells. */
class OpenTimers {
  private runId = '';
  private read = 0;
  private pageToken: Uint8Array | undefined;
  private readonly open = new Map<string, number>();
  /** Whether the run has had a workflow task; before, it waits for its start. */
  hasBegun = false;

  constructor(
    private readonly client: Client,
    private readonly workflowId: string,
  ) {}

  /** When they fire, in the workflow's time. */
  moments(): Iterable<number> {
    return this.open.values();
  }

  /** Reads on to the event of this number, and answers whether the history still ends there. */
  async readTo(runId: string, eventId: number): Promise<boolean> {
    if (runId !== this.runId) this.beginWith(runId);
    while (this.read < eventId) {
      const { history, nextPageToken } = await this.client.workflowService.getWorkflowExecutionHistory({
        namespace: this.client.options.namespace,
        execution: { workflowId: this.workflowId, runId },
        maximumPageSize: PAGE_EVENTS,
        nextPageToken: this.pageToken,
        // Only so can be read on later from where it ended; it never waits, since there is more.
        waitNewEvent: true,
      });
      for (const event of history?.events ?? []) this.take(event);
      if (!nextPageToken?.length) break;
      this.pageToken = nextPageToken;
    }
    return this.read === eventId;
  }

  private beginWith(runId: string): void {
    this.open.clear();
    Object.assign(this, { runId, read: 0, pageToken: undefined, hasBegun: false });
  }

  private take(event: HistoryEvent): void {
    const started = event.timerStartedEventAttributes;
    const ended = event.timerFiredEventAttributes ?? event.timerCanceledEventAttributes;
    if (started?.timerId) {
      this.open.set(started.timerId, tsToMs(event.eventTime) + tsToMs(started.startToFireTimeout));
    }
    if (ended?.timerId) this.open.delete(ended.timerId);
    if (event.workflowTaskScheduledEventAttributes) this.hasBegun = true;
    this.read = Number(event.eventId);
  }
}

type HistoryPage = Awaited<ReturnType<Client['workflowService']['getWorkflowExecutionHistory']>>;
type HistoryEvent = NonNullable<NonNullable<HistoryPage['history']>['events']>[number];
