import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { temporalVersion } from './pin';

const run = promisify(execFile);

/** The version that a Temporal CLI says of itself, or null when it cannot be run. */
export async function versionOf(binary: string): Promise<string | null> {
  try {
    const { stdout } = await run(binary, ['--version'], { timeout: 10_000 });
    return /version (\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? null;
  } catch {
    return null;
  }
}

/** Whether that version holds a server that can do what we need of it. */
export function isNewEnough(version: string): boolean {
  return version.localeCompare(temporalVersion, 'en', { numeric: true }) >= 0;
}

/** The first `temporal` on PATH, or null. */
export async function temporalOnPath(): Promise<string | null> {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)) {
    const candidate = path.join(folder, 'temporal');
    const runs = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return candidate;
  }
  return null;
}
