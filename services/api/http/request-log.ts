import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

const REQUEST_ID = /^[A-Za-z0-9._:-]{1,100}$/;

/** Paths that probes ask every few seconds: only their failures are worth a line. */
const PROBES = new Set(['/healthz', '/readyz']);

/** One line a request, without bodies, keys or cookies; every answer carries its `x-request-id`. */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: requestId,
    redact: ['req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'],
    serializers: { req: describeRequest, res: describeResponse },
    customLogLevel: (req, res, error) => levelOf(req, res, error),
  });
}

function requestId(req: IncomingMessage, res: ServerResponse): string {
  const given = req.headers['x-request-id'];
  const id = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
  res.setHeader('x-request-id', id);
  return id;
}

function describeRequest(req: { id: unknown; method: string; url: string }): object {
  return { id: req.id, method: req.method, path: req.url.split('?')[0] };
}

function describeResponse(res: { statusCode: number }): object {
  return { status: res.statusCode };
}

function levelOf(req: IncomingMessage, res: ServerResponse, error?: Error): 'error' | 'warn' | 'info' | 'debug' {
  if (error || res.statusCode >= 500) return res.statusCode === 503 ? 'warn' : 'error';
  return PROBES.has(req.url ?? '') ? 'debug' : 'info';
}
