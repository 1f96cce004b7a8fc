import type { Request } from 'express';
import { canonicalJson, sha256 } from '../../shared/store/canonical';
import {
  abandonIdempotent,
  beginIdempotent,
  finishIdempotent,
  type IdempotentRequest,
} from '../../shared/store/idempotency';
import type { ApiDeps } from '../deps';
import { toProblem } from '../problems/error-handler';
import { Problem, problemBody } from '../problems/problem';
import { STREAMED, type Answer, type Caller, type RetryScope } from './endpoint';

const VISIBLE_ASCII = /^[\x21-\x7e]{1,255}$/;

type Handled = Answer | typeof STREAMED;

/** The caller's Idempotency-Key, bound to this method and path; null where none was sent. */
export function retryScope(req: Request): RetryScope | null {
  const key = req.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !VISIBLE_ASCII.test(key)) {
    throw new Problem('idempotency-key-invalid', 'The Idempotency-Key has 1 to 255 visible ASCII characters.');
  }
  return { key, route: `${req.method} ${req.path}`, bodyHash: sha256(canonicalJson(req.body ?? null)) };
}

/**
 * Answers a request once: its repetition gets the first answer, and one that comes while the first is still at work is
 * told to wait. What failed on our side is not kept, so that a retry may succeed.
 */
export async function idempotently(
  deps: ApiDeps,
  caller: Caller,
  retry: RetryScope,
  handle: () => Promise<Handled>,
): Promise<Handled> {
  const request = { principal: caller.person.id, ...retry };
  const known = await beginIdempotent(deps.database, request);
  switch (known.outcome) {
    case 'replay':
      return replayed(known);
    case 'in-flight':
      throw new Problem('idempotency-in-flight', 'The first request with this key is still being worked on.', {
        headers: { 'Retry-After': '2' },
      });
    case 'mismatch':
      throw new Problem('idempotency-key-reused', 'This Idempotency-Key came with another body before.');
    case 'fresh':
      return answerOnce(deps, request, known.lease, handle);
  }
}

async function answerOnce(
  deps: ApiDeps,
  request: IdempotentRequest,
  lease: string,
  handle: () => Promise<Handled>,
): Promise<Handled> {
  const answer = await handle().catch((error: unknown) => refusalAsAnswer(error));
  if (answer instanceof Error) {
    // The lease ends by itself where the database is what failed.
    await abandonIdempotent(deps.database, request, lease).catch(() => undefined);
    throw answer;
  }
  if (answer === STREAMED) throw new Error('a stream cannot be answered twice');
  const { status, body, headers, contentType } = answer;
  const kept = { status, body: { body, headers, contentType } };
  await finishIdempotent(deps.database, request, kept).catch((error: unknown) => {
    // The change is made; its own id keeps it from being made again.
    deps.log.warn({ err: error, route: request.route }, 'an answer could not be kept for retries');
  });
  return answer;
}

/** A refusal is an answer like any other; what failed on our side is an error. */
function refusalAsAnswer(error: unknown): Answer | Error {
  const problem = toProblem(error);
  if (problem.status >= 500) return error instanceof Error ? error : new Error(String(error));
  return {
    status: problem.status,
    body: JSON.stringify(problemBody(problem)),
    contentType: 'application/problem+json',
    headers: { ...problem.headers },
  };
}

function replayed({ status, body }: { status: number; body: unknown }): Answer {
  const kept = body as Omit<Answer, 'status'>;
  return { ...kept, status, headers: { ...kept.headers, 'Idempotency-Replayed': 'true' } };
}
