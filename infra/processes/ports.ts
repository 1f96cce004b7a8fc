import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Whether nothing listens on the port of a loopback address. */
export async function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return (await listenOnce(port, host)) !== null;
}

/** A port that is free on 127.0.0.1: the preferred one if it can be had. */
export async function freePort(preferred?: number): Promise<number> {
  const port = (preferred ? await listenOnce(preferred, '127.0.0.1') : null) ?? (await listenOnce(0, '127.0.0.1'));
  if (port === null) throw new Error('No free port could be had on 127.0.0.1.');
  return port;
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
