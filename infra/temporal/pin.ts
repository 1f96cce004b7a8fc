import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** The release of the Temporal CLI that we run: it holds server 1.32.0, the first with time skipping per workflow. */
export const temporalVersion = '1.9.1';

/** sha256 of that release's binary, by platform and architecture as Node names them. */
const binaryHashes: Readonly<Record<string, string>> = {
  'linux-x64': '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
  'linux-arm64': '667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d',
  'darwin-x64': 'd5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc',
  'darwin-arm64': '33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b',
};

/** This machine, as the pinned hashes name it. */
export const platform = `${process.platform}-${process.arch}`;

/** Whether the file is the very binary of the pinned release for this machine. */
export async function isPinned(file: string): Promise<boolean> {
  return (await sha256(file)) === binaryHashes[platform];
}

/** Whether there is a pinned binary for this machine at all. */
export function isPlatformPinned(): boolean {
  return platform in binaryHashes;
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}
