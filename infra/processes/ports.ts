import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Whether nothing listens on the port of a loopback address. */
export async function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return (await listenOnce(port, host)) !== null;
}

/** Ports that no system gives to outgoing connections by itself: what is free there stays free until somebody listens. */
const LOWEST = 15_000;
const HIGHEST = 31_999;
const MOST_TRIES = 100;

/** A port that is free on 127.0.0.1: the preferred one if it can be had. */
export async function freePort(preferred?: number): Promise<number> {
  for (let tries = 0; tries <= MOST_TRIES; tries += 1) {
    const wanted = tries === 0 && preferred ? preferred : randomInt(LOWEST, HIGHEST + 1);
    const port = await listenOnce(wanted, '127.0.0.1');
    if (port !== null) return port;
  }
  throw new Error('No free port could be had on 127.0.0.1.');
}

/** The loopback addresses of this machine. */
export function loopbackHosts(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
  return addresses.some((entry) => entry.address === '::1') ? ['127.0.0.1', '::1'] : ['127.0.0.1'];
}

function listenOnce(port: number, host: string): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address !== null ? address.port : null;
      server.close(() => resolve(taken));
    });
  });
}
