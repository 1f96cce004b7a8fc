import type { IncomingMessage } from 'node:http';
import { isLoopback } from '../../shared/sign-in-config';
import { Problem } from '../problems/problem';

/**
 * The origin by which this browser reaches us: the public one, or, on the machine itself, whichever of its names was
 * used. A Host header counts for nothing else.
 */
export function ownOrigin(publicUrl: string, { headers }: IncomingMessage): string {
  const known = new URL(publicUrl);
  const asked = `http://${headers.host ?? ''}`;
  if (!isLoopback(known.hostname) || !URL.canParse(asked)) return known.origin;
  const { hostname, host } = new URL(asked);
  return isLoopback(hostname) ? `${known.protocol}//${host}` : known.origin;
}

/** Whether a browser keeps a secure cookie that comes from there. */
export function isSecureOrigin(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || isLoopback(hostname);
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that a page of somebody else asks for with a cookie that the browser added.
 * @throws Problem `cross-origin`
 */
export function refuseForeign(publicUrl: string, req: IncomingMessage): void {
  if (SAFE.has(req.method ?? 'GET')) return;
  const { origin } = req.headers;
  if (origin !== undefined && [ownOrigin(publicUrl, req), new URL(publicUrl).origin].includes(origin)) return;
  // A browser writes this header itself; no page can.
  if (req.headers['sec-fetch-site'] === 'same-origin') return;
  throw new Problem('cross-origin', 'This came from a page that is not ours, so it counts as not asked for.');
}
