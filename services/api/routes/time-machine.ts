import { setTimeout as sleep } from 'node:timers/promises';
import { isGrpcServiceError, WorkflowNotFoundError } from '@temporalio/client';
import { z } from 'zod';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../../domain/duration';
import { asActor } from '../../../domain/people';
import { identifier } from '../../../domain/text.schema';
import type { StampedMessage } from '../../../workflows/escalation/input';
import { escalationWorkflowId, TIME_MOVED_UPDATE } from '../../../workflows/names';
import { parseIsoDuration } from '../../../domain/iso-duration';
import type { StoredEscalation } from '../../shared/store/escalations';
import { record } from '../../shared/store/recording';
import { skipTime, TimeSkipFailed } from '../../shared/time-skip';
import type { ApiDeps } from '../deps';
import { requireEscalation, viewFor } from '../escalations';
import { endpoint, ok, type AnyEndpoint, type Caller } from '../http/endpoint';
import { InTurn } from '../http/in-turn';
import { Problem } from '../problems/problem';
import { escalationSchema } from '../views/escalation.schema';
import { sendUpdate } from '../workflow/perform';
import { updateIdOf } from '../workflow/update-id';

const LONGEST_MS = 60 * DAY_MS;
/** Weeks of a forgotten escalation are hundreds of rungs, each with its mail: a caller waits so long, the jump goes on. */
const PATIENCE_MS = 90_000;
const SKIP_TIMEOUT_MS = 10 * MINUTE_MS;
const SETTLE_TIMEOUT_MS = 30_000;

const jumpSchema = z.strictObject({
  escalationId: identifier.describe('Its id or its ref'),
  duration: z
    .string()
    .max(50)
    .refine(isJump, 'must be an ISO 8601 duration of weeks, days, hours, minutes and seconds, from PT1S to P60D')
    .describe('ISO 8601, from PT1S to P60D, such as PT2H'),
});

/** Two jumps of one escalation would run into each other. */
const jumps = new InTurn();

/** A jump may outlast its caller and the lease of its Idempotency-Key: its retry waits for the same jump. */
const underWay = new Map<string, Promise<StoredEscalation>>();

/** Demo only: moves the time of one escalation forward. */
export const timeMachineEndpoint: AnyEndpoint = endpoint({
  id: 'moveTime',
  method: 'post',
  path: '/v1/time-machine',
  tag: 'Demo',
  summary: "Move an escalation's time forward",
  description: 'Answers with its state once everything that became due has happened. Anyone signed in may use it.',
  body: jumpSchema,
  answers: { 200: { description: 'The escalation after it.', schema: escalationSchema } },
  problems: ['not-found', 'nothing-runs', 'no-time-machine'],
  idempotent: true,
  handle: async ({ deps, body, caller, retry }) => {
    const { state } = await requireEscalation(deps, body.escalationId, caller.person);
    const updateId = updateIdOf(caller, retry);
    const durationMs = parseIsoDuration(body.duration) ?? 0;
    const jump = underWay.get(updateId) ?? begin(deps, caller, { id: state.id, durationMs, updateId });
    return ok(await viewFor(deps, await outcome(deps, jump), caller.person));
  },
});

interface Jump {
  id: string;
  durationMs: number;
  updateId: string;
}

function begin(deps: ApiDeps, caller: Caller, jump: Jump): Promise<StoredEscalation> {
  const begun = jumps.run(jump.id, () => move(deps, caller, jump)).finally(() => underWay.delete(jump.updateId));
  underWay.set(jump.updateId, begun);
  return begun;
}

/** Waits for a jump, but not forever. */
async function outcome(deps: ApiDeps, jump: Promise<StoredEscalation>): Promise<StoredEscalation> {
  const waiting = new AbortController();
  const late = sleep(PATIENCE_MS, null, { signal: waiting.signal });
  try {
    const moved = await Promise.race([jump, late]);
    if (moved) return moved;
  } finally {
    waiting.abort();
  }
  jump.catch((error: unknown) => deps.log.warn({ err: error }, 'a jump that nobody waited for has failed'));
  const detail = 'So much becomes due on this way that it takes longer; it goes on by itself. Read the escalation.';
  throw new Problem('unavailable', detail, { headers: { 'Retry-After': '30' } });
}

async function move(deps: ApiDeps, { person }: Caller, { id, durationMs, updateId }: Jump): Promise<StoredEscalation> {
  const workflowId = escalationWorkflowId(id);
  const message: StampedMessage = { by: asActor(person), directory: { version: 0, people: [] } };
  try {
    await deps.temporal.withDeadline(Date.now() + SKIP_TIMEOUT_MS, () =>
      skipTime(deps.temporal, workflowId, durationMs, updateId),
    );
    const { events } = await sendUpdate(deps, id, {
      name: TIME_MOVED_UPDATE,
      updateId,
      args: [message],
      timeoutMs: SETTLE_TIMEOUT_MS,
    });
    return await record(deps.database, { escalationId: id, events, recordedAt: Date.now() });
  } catch (error) {
    if (error instanceof TimeSkipFailed)
      throw new Problem('no-time-machine', `The time machine fails: ${error.message}.`);
    if (!isGone(error)) throw error;
    throw new Problem('nothing-runs', 'Its workflow has ended: nothing is due any more, so no time runs for it.');
  }
}

function isJump(text: string): boolean {
  const ms = parseIsoDuration(text);
  return ms !== null && ms >= SECOND_MS && ms <= LONGEST_MS;
}

/** Calls beside the workflow client give the server's own error: 5 is NOT_FOUND. */
function isGone(error: unknown): boolean {
  return error instanceof WorkflowNotFoundError || (isGrpcServiceError(error) && Number(error.code) === 5);
}
