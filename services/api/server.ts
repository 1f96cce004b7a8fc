import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuseConnection } from './problems/connection';

/** A body must be complete within this time, headers within the other. */
const REQUEST_TIMEOUT_MS = 30_000;
const HEADERS_TIMEOUT_MS = 15_000;
const KEEP_ALIVE_MS = 10_000;
/** After a restart everybody who listens comes back within a second or two. */
const BACKLOG = 2_048;
/** While it ends, connections at rest are closed so often. */
const SWEEP_MS = 100;

/** Addresses that a machine may not have. */
const ABSENT = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);

/** A listening server, on all of its addresses. */
export interface Listening {
  port: number;
  /** Takes no new connection, and resolves once every request in flight is answered; cuts off what is left then. */
  drain(timeoutMs: number): Promise<void>;
}

/** Somebody else listens there. */
class PortTaken extends Error {
  constructor(port: number) {
    super(`Port ${port} is taken by another program. Stop it, or choose another with UPSTAIRS_PORT.`);
    this.name = 'PortTaken';
  }
}

/**
 * Listens on every host that this machine has, on the same port; port 0 takes a free one.
 * @throws PortTaken
 */
export async function listenOn(app: RequestListener, hosts: readonly string[], port: number): Promise<Listening> {
  const servers: Server[] = [];
  let bound = port;
  for (const host of hosts) {
    const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: HEADERS_TIMEOUT_MS }, app);
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    server.on('clientError', refuseConnection);
    try {
      bound = await bind(server, host, bound);
      servers.push(server);
    } catch (error) {
      if (hosts.length > 1 && ABSENT.has(codeOf(error))) continue;
      await Promise.all(servers.map((one) => stop(one, 0)));
      throw codeOf(error) === 'EADDRINUSE' ? new PortTaken(bound) : error;
    }
  }
  if (servers.length === 0) throw new Error(`This machine has none of the addresses ${hosts.join(', ')}.`);
  return {
    port: bound,
    drain: async (timeoutMs) => {
      await Promise.all(servers.map((server) => stop(server, timeoutMs)));
    },
  };
}

function bind(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, backlog: BACKLOG, ipv6Only: true }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function stop(server: Server, timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), timeoutMs);
    // What was answered meanwhile is kept alive by its client, and would be waited for.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    server.close(() => {
      clearTimeout(timer);
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
