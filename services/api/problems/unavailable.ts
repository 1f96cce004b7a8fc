import {
  isGrpcCancelledError,
  isGrpcDeadlineError,
  isGrpcServiceError,
  ServiceError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { isNotReady } from '../../shared/workflow/until-ready';
import { Problem } from './problem';

const RETRY_AFTER = { 'Retry-After': '5' };

/** gRPC codes that say nothing of the request, only that the server cannot answer it now. */
const UNREACHABLE_CODES = new Set([4, 8, 13, 14]);

/** Postgres classes and codes of a server that is away, starting, stopping or out of connections. */
const POSTGRES_AWAY = /^(08|53|57P0|58)/;

const SOCKET_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);

/** The problem for a part that does not answer, or null where the error says something else. */
export function asUnavailable(error: unknown): Problem | null {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isNotReady(error)) return workflowSilent();
  if (isTemporalAway(error)) return temporalAway();
  if (isPostgresAway(error)) {
    return new Problem(
      'unavailable',
      'The database does not answer. Nothing was changed by this request that it could not finish; retry it with the same Idempotency-Key.',
      {
        headers: RETRY_AFTER,
      },
    );
  }
  return null;
}

/** Whether Temporal could not be reached, or did not answer in time. */
function isTemporalAway(error: unknown): boolean {
  const cause = error instanceof ServiceError ? (error.cause ?? error) : error;
  if (isGrpcDeadlineError(cause) || isGrpcCancelledError(cause)) return true;
  return isGrpcServiceError(cause) && UNREACHABLE_CODES.has(cause.code);
}

function temporalAway(): Problem {
  return new Problem(
    'unavailable',
    'The workflow engine does not answer. Reading goes on; send this change again with the same Idempotency-Key.',
    { headers: RETRY_AFTER },
  );
}

function workflowSilent(): Problem {
  return new Problem(
    'unavailable',
    'The escalation did not answer in time and may still take this change: a retry with the same Idempotency-Key gets its answer.',
    { headers: RETRY_AFTER },
  );
}

function isPostgresAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^[0-9A-Z]{5}$/.test(code) && POSTGRES_AWAY.test(code)) return true;
  if (SOCKET_CODES.has(code)) return true;
  return /connection terminated|timeout exceeded when trying to connect|connection timeout/i.test(error.message);
}
