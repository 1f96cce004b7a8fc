import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { errors, type Provider } from 'oidc-provider';
import type { Logger } from '../shared/logger';
import { chooserPage, messagePage } from './pages';
import { groupsOf, readPeople } from './people';
import { STYLE } from './style';

/** What the pages are made of; `provider` is asked for at each request, since new keys make a new one. */
export interface HandlerOptions {
  provider: () => Provider;
  origins: readonly string[];
  keysFile: string;
  log: Logger;
}

const LARGEST_FORM_BYTES = 4_000;

/** Our own pages; everything else is the provider's. */
export function identityHandler(options: HandlerOptions): RequestListener {
  return (req, res) => {
    answer(options, req, res).catch((error: unknown) => {
      if (error instanceof errors.SessionNotFound) return sendOver(options, res);
      options.log.error({ err: error }, 'a request failed');
      if (!res.headersSent) res.writeHead(500);
      res.end();
    });
  };
}

async function answer(options: HandlerOptions, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(req.url ?? '/', 'http://here.invalid');
  const route = `${req.method} ${pathname.replace(/^\/interaction\/[^/]+$/, '/interaction/')}`;
  switch (route) {
    case 'GET /identity.css':
      res.writeHead(200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' }).end(STYLE);
      return;
    case 'GET /interaction/':
      return choose(options, req, res, pathname);
    case 'POST /interaction/':
      return chosen(options, req, res);
    case 'GET /session/end':
      return end(options, res, searchParams.get('post_logout_redirect_uri'));
    default:
      forgetSession(req);
      await options.provider().callback()(req, res);
  }
}

/** Nobody stays signed in here: each time one chooses anew, and may be somebody else. */
function forgetSession({ headers }: IncomingMessage): void {
  const kept = headers.cookie?.split(/;\s*/).filter((pair) => !pair.startsWith('_session'));
  if (kept) headers.cookie = kept.join('; ');
}

async function choose(
  { provider, keysFile }: HandlerOptions,
  req: IncomingMessage,
  res: ServerResponse,
  action: string,
): Promise<void> {
  const { params } = await provider().interactionDetails(req, res);
  // A browser holds the whole way of a form to this, the way back to Upstairs included. It knows no IPv6 addresses there.
  const { hostname, origin, protocol } = new URL(String(params.redirect_uri));
  const back = hostname.startsWith('[') ? protocol : origin;
  sendPage(res, 200, chooserPage(groupsOf(readPeople(keysFile)), action), back);
}

async function chosen(
  { provider, keysFile, log }: HandlerOptions,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const form = await formOf(req);
  await provider().interactionDetails(req, res);
  const person = readPeople(keysFile).find(({ id }) => id === form?.get('person'));
  const result = person
    ? { login: { accountId: person.id, remember: false } }
    : { error: 'access_denied', error_description: 'Nobody was chosen' };
  if (person) log.info({ personId: person.id }, 'chosen');
  await provider().interactionFinished(req, res, result, { mergeWithLastSubmission: false });
}

/** Nothing is to be ended here, only the way back to be shown. */
function end({ origins }: HandlerOptions, res: ServerResponse, asked: string | null): void {
  const back = asked !== null && origins.some((origin) => asked === `${origin}/`) ? asked : `${origins[0] ?? ''}/`;
  res.writeHead(303, { Location: back, 'Cache-Control': 'no-store' }).end();
}

function sendOver({ origins }: HandlerOptions, res: ServerResponse): void {
  const text = 'It took too long, was finished before, or was begun in another browser.';
  sendPage(res, 400, messagePage('This sign-in is over', text, origins[0] ?? ''));
}

function sendPage(res: ServerResponse, status: number, html: string, formGoesTo = ''): void {
  const policy = `default-src 'none'; style-src 'self'; img-src data:; form-action 'self' ${formGoesTo}; base-uri 'none'; frame-ancestors 'none'`;
  res
    .writeHead(status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    })
    .end(html);
}

/** The fields of a form, or null for what is too large to be one of ours. */
async function formOf(req: IncomingMessage): Promise<URLSearchParams | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LARGEST_FORM_BYTES) return null;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
