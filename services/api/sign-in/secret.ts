import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../shared/config';

const SHORTEST = 32;

/** What signs our cookies: the configured secret, else one that the data folder keeps for its owner only. */
export function sessionSecret({ signIn, dataFolder, production }: Config): string {
  if (signIn.secret !== null) return signIn.secret;
  // Without a provider nobody signs in, and a secret that dies with the process is enough to refuse forged cookies.
  if (production) return randomBytes(32).toString('base64url');
  return keptIn(dataFolder);
}

function keptIn(folder: string): string {
  const file = join(folder, 'session-secret');
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < SHORTEST) throw new Error(`${file} holds no secret; delete it, and a new one is made.`);
  return secret;
}
