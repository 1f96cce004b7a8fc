import type { Request, Response } from 'express';
import type { ApiDeps } from '../deps';
import { authenticate } from '../http/authenticate';
import { endpoint, STREAMED, type AnyEndpoint } from '../http/endpoint';
import { Problem } from '../problems/problem';
import { EventStream } from '../stream/event-stream';
import { follow } from '../stream/follow';

const RECONNECT_MS = 2_000;
const POSITION = /^\d{1,15}$/;

/** `GET /v1/stream`. */
export const streamEndpoint: AnyEndpoint = endpoint({
  id: 'stream',
  method: 'get',
  path: '/v1/stream',
  tag: 'Live',
  summary: 'Events as they happen (server-sent events)',
  description:
    'Each `escalation` event carries `{ id, seq, type, at }` of one that you may see; read the escalation for the rest. After a break send the last event id as `Last-Event-ID`: nothing is missed. Whoever does not read is cut off and can resume likewise.',
  answers: { 200: { description: 'The stream.', contents: [{ type: 'text/event-stream' }] } },
  problems: [],
  handle: async ({ deps, req, res }): Promise<typeof STREAMED> => {
    const position = await startOf(deps, req);
    // HEAD asks for the headers only.
    begin(res);
    if (req.method === 'HEAD') res.end();
    else void run(deps, req, res, position);
    return STREAMED;
  },
});

/** After the reader's last event; from now on where they name none, or one that was never given. */
async function startOf({ stream }: ApiDeps, req: Request): Promise<number> {
  const last = req.headers['last-event-id'];
  if (last !== undefined && (typeof last !== 'string' || !POSITION.test(last))) {
    throw new Problem('invalid-request', 'Last-Event-ID is not the id of an event of this stream.');
  }
  const newest = await stream.newest();
  return last === undefined ? newest : Math.min(Number(last), newest);
}

function begin(res: Response): void {
  res.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    // Proxies that buffer would hold events back.
    'X-Accel-Buffering': 'no',
  });
  res.flushHeaders();
}

async function run(deps: ApiDeps, req: Request, res: Response, position: number): Promise<void> {
  const stream = new EventStream(res, deps.patience);
  stream.retryAfter(RECONNECT_MS);
  stream.heartbeat(position);
  const person = () =>
    authenticate(deps, req).then(
      (caller) => caller.person,
      (error: unknown) => {
        if (error instanceof Problem) return null;
        throw error;
      },
    );
  try {
    await follow(deps, { stream, patience: deps.patience, stopping: deps.stopping, person, position });
  } catch (error) {
    deps.log.warn({ err: error }, 'a stream ended with an error');
  }
  if (!res.writableEnded) res.end();
}
