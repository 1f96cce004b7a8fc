import { generateKeyPairSync, randomUUID, type JsonWebKey } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** A private key as it is kept; what is published leaves `d` out. */
export type SigningKey = JsonWebKey & { kid: string; alg: string; use: string };

const keptSchema = z.object({
  keys: z
    .array(z.looseObject({ kid: z.string(), alg: z.string(), use: z.string(), kty: z.string(), d: z.string() }))
    .min(1),
});

/** Tokens of the key before are still good: they end within minutes. */
const KEPT = 2;

/** The keys of the file, the one that signs first; a file that is missing or holds none is written anew. */
export function readKeys(file: string): SigningKey[] {
  try {
    return keptSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).keys;
  } catch {
    return keep(file, [newKey()]);
  }
}

/** Signs with a new key from now on; the one before stays published. */
export function rotateKeys(file: string): SigningKey[] {
  return keep(file, [newKey(), ...readKeys(file)].slice(0, KEPT));
}

function newKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'ES256', use: 'sig' };
}

function keep(file: string, keys: SigningKey[]): SigningKey[] {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify({ keys }), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return keys;
}
