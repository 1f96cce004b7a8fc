import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { ApiDeps } from '../deps';
import { Problem } from '../problems/problem';
import { parseBody, parseQuery } from '../problems/validate';
import { authenticate } from './authenticate';
import { STREAMED, type Answer, type AnyEndpoint, type Caller } from './endpoint';
import { idempotently, retryScope } from './idempotently';

/** Mounts every endpoint; a known path with another method is told which methods there are. */
export function mountEndpoints(endpoints: readonly AnyEndpoint[], deps: ApiDeps): Router {
  const router = Router();
  for (const endpoint of endpoints) router[endpoint.method](expressPath(endpoint.path), handlerOf(endpoint, deps));
  for (const [path, methods] of methodsByPath(endpoints)) router.all(expressPath(path), otherMethod(methods));
  return router;
}

/** Writes an answer. */
function sendAnswer(res: Response, answer: Answer): void {
  res.status(answer.status).set({ 'Cache-Control': 'no-store', ...answer.headers });
  if (answer.status === 204) res.end();
  else if (answer.contentType) res.type(answer.contentType).send(answer.body);
  else res.json(answer.body);
}

function handlerOf(endpoint: AnyEndpoint, deps: ApiDeps): RequestHandler {
  return async (req, res) => {
    const caller = endpoint.public ? nobody() : await authenticate(deps, req);
    const query: unknown = endpoint.query ? parseQuery(endpoint.query, req.query) : {};
    const body: unknown = endpoint.body ? parseBody(endpoint.body, jsonBody(req)) : undefined;
    const retry = endpoint.idempotent ? retryScope(req) : null;
    const call = { deps, req, res, params: req.params as Record<string, string>, query, body, caller, retry };
    const handle = () => Promise.resolve(endpoint.handle(call));
    if (!retry) return finish(res, await handle());
    return finish(res, await idempotently(deps, caller, retry, handle));
  };
}

function finish(res: Response, answer: Answer | typeof STREAMED): void {
  if (answer !== STREAMED) sendAnswer(res, answer);
}

/** The body, where it came as JSON; no body at all is an empty one, so that the schema tells what is missing. */
function jsonBody(req: Request): unknown {
  const sent = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
  if (sent && !req.is(['application/json', 'application/*+json'])) {
    throw new Problem('unsupported-media-type', 'A body is application/json.', {
      headers: { Accept: 'application/json' },
    });
  }
  return req.body as unknown;
}

/** Public endpoints never look at their caller. */
function nobody(): Caller {
  return undefined as unknown as Caller;
}

function methodsByPath(endpoints: readonly AnyEndpoint[]): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const { path, method } of endpoints) {
    methods.set(path, [...(methods.get(path) ?? []), ...(method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()])]);
  }
  return methods;
}

function otherMethod(methods: readonly string[]): RequestHandler {
  return (req) => {
    const allow = methods.join(', ');
    throw new Problem('method-not-allowed', `${req.method} is not possible here, only ${allow}.`, {
      headers: { Allow: allow },
    });
  };
}

function expressPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}
