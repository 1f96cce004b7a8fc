import type { Request, Response } from 'express';
import type { Person } from '../../../domain/people';
import type { ApiDeps } from '../deps';
import { authenticate } from '../http/authenticate';
import { endpoint, STREAMED, type AnyEndpoint } from '../http/endpoint';
import { Problem } from '../problems/problem';

const RETRY_LATER = { 'Retry-After': '10' };
const POSITION = /^\d{1,15}$/;

/** `GET /v1/stream`. */
export const streamEndpoint: AnyEndpoint = endpoint({
  id: 'stream',
  method: 'get',
  path: '/v1/stream',
  tag: 'Live',
  summary: 'Events as they happen (server-sent events)',
  description:
    'Each `escalation` event carries `{ id, ref, seq, type, at, level, text }` of one that you may see; read the escalation for the rest. After a break send the last event id as `Last-Event-ID`: nothing is missed. A comment with an id comes every 15 seconds as a sign of life: everything up to there has been told. Whoever does not read is cut off and can resume likewise.',
  answers: { 200: { description: 'The stream.', contents: [{ type: 'text/event-stream' }] } },
  problems: [],
  handle: async ({ deps, req, res, caller }): Promise<typeof STREAMED> => {
    if (deps.stream.isFull) {
      throw new Problem('unavailable', 'As many listen as this process can serve.', { headers: RETRY_LATER });
    }
    const position = await startOf(deps, req);
    // HEAD asks for the headers only.
    begin(res);
    if (req.method === 'HEAD') res.end();
    else deps.stream.add({ sink: res, person: caller.person, recheck: () => recheck(deps, req), position });
    return STREAMED;
  },
});

/** After the listener's last event; from now on where they name none. */
async function startOf({ stream }: ApiDeps, req: Request): Promise<number> {
  const last = req.headers['last-event-id'];
  if (last !== undefined && (typeof last !== 'string' || !POSITION.test(last))) {
    throw new Problem('invalid-request', 'Last-Event-ID is not the id of an event of this stream.');
  }
  return stream.startingAfter(last === undefined ? null : Number(last));
}

function begin(res: Response): void {
  res.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    // Nothing comes after a stream: a connection kept alive would only hold up the end of the process.
    Connection: 'close',
    // Proxies that buffer would hold events back.
    'X-Accel-Buffering': 'no',
  });
  res.flushHeaders();
}

/** Who it is now, asked as at the beginning; null once they may not listen any more. */
async function recheck(deps: ApiDeps, req: Request): Promise<Person | null> {
  try {
    return (await authenticate(deps, req)).person;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
