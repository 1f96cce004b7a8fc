import { defaultPayloadConverter } from '@temporalio/common';
import type { Payload } from '@temporalio/common';
import type { ActivateInput, WorkflowInterceptors } from '@temporalio/workflow';

/** What stands in for a signal's payload that cannot be read. */
export interface Unreadable {
  unreadable: string;
}

type SignalJob = NonNullable<NonNullable<NonNullable<ActivateInput['activation']['jobs']>[number]>['signalWorkflow']>;

/** As much as the API takes in a body. */
const MOST_BYTES = 256 * 1024;
/** No message of ours is nested deeper than this; what is could not be written again. */
const DEEPEST = 32;
/** Names that the SDK keeps for itself: it fails the task of a workflow that takes all signals. */
const RESERVED_PREFIX = '__temporal_';

/**
 * Lets every signal reach its handler, whatever somebody sent: the SDK decodes payloads before a handler sees them, and
 * one that it cannot read would fail the workflow task again and again, with the escalation's clocks standing still.
 */
export const interceptors = (): WorkflowInterceptors => ({
  internals: [
    {
      activate(input, next) {
        for (const { signalWorkflow } of input.activation.jobs ?? []) {
          if (signalWorkflow) makeReadable(signalWorkflow);
        }
        next(input);
      },
    },
  ],
});

/** Why a signal's payload could not be read; undefined where it could. */
export function unreadableReason(payload: unknown): string | undefined {
  if (typeof payload !== 'object' || payload === null || !('unreadable' in payload)) return undefined;
  return typeof payload.unreadable === 'string' ? payload.unreadable : undefined;
}

function makeReadable(job: SignalJob): void {
  if (job.signalName?.startsWith(RESERVED_PREFIX)) job.signalName = `reserved name ${job.signalName}`;
  for (const [name, payload] of Object.entries(job.headers ?? {})) {
    // The tracing interceptors decode a header of theirs, and would fail just so.
    if (problemOf(payload) !== undefined) delete job.headers?.[name];
  }
  const problem = (job.input ?? []).map(problemOf).find((one) => one !== undefined);
  if (problem === undefined) return;
  const standIn: Unreadable = { unreadable: problem };
  job.input = [defaultPayloadConverter.toPayload(standIn)];
}

function problemOf(payload: Payload): string | undefined {
  if ((payload.data?.length ?? 0) > MOST_BYTES) return `larger than ${MOST_BYTES / 1024} KB`;
  try {
    const value: unknown = defaultPayloadConverter.fromPayload(payload);
    if (value instanceof Uint8Array) return 'bytes, not JSON';
    return isDeep(value, DEEPEST) ? `nested deeper than ${DEEPEST} levels` : undefined;
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 200) : 'not decodable';
  }
}

function isDeep(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeep(inner, levels - 1));
}
