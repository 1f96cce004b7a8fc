import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { InvalidCursor } from '../../shared/store/cursor';
import { Problem, sendProblem } from './problem';
import { asUnavailable } from './unavailable';

/** The last handler: nothing here. */
export function unknownRoute(): RequestHandler {
  return (req) => {
    throw new Problem('not-found', `There is no ${req.method} ${req.path} here.`);
  };
}

/** Turns whatever was thrown into a problem answer; what nobody expected is logged and told without its inside. */
export function errorHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const problem = toProblem(error);
    if (problem.status >= 500) {
      const level = problem.slug === 'unavailable' ? 'warn' : 'error';
      log[level]({ err: error, requestId: requestIdOf(res), method: req.method, path: req.path }, problem.detail);
    }
    if (res.headersSent) {
      next(error);
      return;
    }
    sendProblem(res, problem, requestIdOf(res));
  };
}

/** Postgres refuses NUL and half surrogates, which may hide where no schema looks, such as a cursor. */
function unstorable(error: unknown): Problem | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code !== '22021' && code !== '22P02' && code !== '22P05') return null;
  return new Problem('invalid-request', 'It holds a character that cannot be stored.');
}

function requestIdOf(res: Response): string | undefined {
  return res.get('x-request-id');
}

/** What was thrown, as a problem. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof InvalidCursor) return new Problem('invalid-cursor', sentence(error.message));
  return (
    bodyProblem(error) ??
    unstorable(error) ??
    asUnavailable(error) ??
    new Problem('internal-error', 'This failed on our side. The log has the reason under the request id.')
  );
}

/** Express and its body parser tell by `type` and `status` what was wrong with the request itself. */
function bodyProblem(error: unknown): Problem | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null;
  const type = 'type' in error && typeof error.type === 'string' ? error.type : '';
  if (type === 'entity.parse.failed')
    return new Problem('invalid-json', `The body is not valid JSON: ${firstLine(error)}`);
  if (type === 'entity.too.large') return new Problem('too-large', `The body has more than ${sizeOf(error)}.`);
  if (error.status === 415) return new Problem('unsupported-media-type', firstLine(error));
  if (error.status >= 400 && error.status < 500) return new Problem('invalid-request', firstLine(error));
  return null;
}

/** The limit that held, as people write it; each route has its own. */
function sizeOf(error: Error): string {
  const kilobytes = 'limit' in error && typeof error.limit === 'number' ? error.limit / 1_024 : 0;
  return kilobytes < 1_024 ? `${kilobytes} KB` : `${kilobytes / 1_024} MB`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function firstLine(error: Error): string {
  return error.message.split('\n')[0]?.slice(0, 200) ?? '';
}
