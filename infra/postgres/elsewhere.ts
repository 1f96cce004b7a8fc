import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { postgresVersion } from './binaries';
import { endPostmaster } from './postmaster';

/** A folder of ours outside of the clone that passes the test, made when it is missing; null when there is none. */
export function openFolder(isOpen: (folder: string) => boolean): string | null {
  for (const parent of ['/var/lib', '/opt']) {
    const folder = path.join(parent, 'upstairs');
    try {
      mkdirSync(folder, { recursive: true, mode: 0o711 });
    } catch {
      continue;
    }
    if (isOpen(folder)) return folder;
  }
  return null;
}

/** Copies the Postgres programs so that every user can run them; the copy is kept for the next time. */
export function copyPrograms(from: string, base: string): string {
  const copy = path.join(base, `postgres-${postgresVersion(from)}`);
  if (existsSync(copy)) return copy;
  const half = mkdtempSync(`${copy}.`);
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', half]);
  try {
    renameSync(half, copy);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** Deletes the clusters whose data folder was deleted: nothing points to them any more. */
export async function removeForsakenClusters(base: string): Promise<void> {
  for (const name of readdirSync(base)) {
    if (!name.endsWith('.owner')) continue;
    const cluster = path.join(base, name.slice(0, -'.owner'.length));
    const noted = readFileSync(path.join(base, name), 'utf8');
    if (existsSync(noted) && readFileSync(noted, 'utf8') === cluster) continue;
    await endPostmaster(cluster);
    rmSync(cluster, { recursive: true, force: true });
    rmSync(`${cluster}.owner`, { force: true });
  }
}
