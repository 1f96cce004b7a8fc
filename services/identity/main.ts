import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Config } from '../shared/config';
import { InvalidConfig, loadConfig } from '../shared/config';
import { createLogger } from '../shared/logger';
import { isLoopback } from '../shared/sign-in-config';
import { identityHandler } from './handler';
import { readKeys, rotateKeys } from './keys';
import { createProvider } from './provider';

/** The demo's identity provider, on loopback alone. SIGHUP gives it a new key; the one before stays published. */
async function main(): Promise<void> {
  const config = loadConfig();
  const { issuer, clientId, port } = place(config);
  const log = createLogger(config, 'identity');
  const signingKeys = join(config.dataFolder, 'identity-keys.json');
  const keysFile = join(config.dataFolder, 'demo-keys.json');
  const origins = originsOf(config);
  const withKeys = (keys: ReturnType<typeof readKeys>) => createProvider({ issuer, clientId, origins, keys, keysFile });
  let provider = withKeys(readKeys(signingKeys));
  const server = createServer(identityHandler({ provider: () => provider, origins, keysFile, log }));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen({ port, host: '127.0.0.1' }, resolve);
  });
  log.info({ port }, 'listening');
  process.on('SIGHUP', () => {
    provider = withKeys(rotateKeys(signingKeys));
    log.info('signs with a new key');
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      log.info('stopped');
      server.close(() => process.exit(0));
      server.closeAllConnections();
    });
  }
}

function place({ demo, signIn }: Config): { issuer: string; clientId: string; port: number } {
  if (!demo) throw new InvalidConfig(['UPSTAIRS_DEMO is not set: this identity provider lets anybody be anybody']);
  const { issuer, clientId } = signIn.provider ?? { issuer: '', clientId: '' };
  const url = issuer === '' ? null : new URL(issuer);
  if (url?.protocol !== 'http:' || !isLoopback(url.hostname) || url.port === '') {
    throw new InvalidConfig(['UPSTAIRS_OIDC_ISSUER: expected http://127.0.0.1 with a port, which is then listened on']);
  }
  return { issuer, clientId, port: Number(url.port) };
}

/** Where browsers on this machine reach Upstairs, the usual way first. */
function originsOf({ publicUrl, port }: Config): string[] {
  const here = ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${port}`);
  return [...new Set([new URL(publicUrl).origin, ...here])];
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
