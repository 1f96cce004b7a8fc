import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isSystemError, messageOf } from '../processes/failure';
import type { Source } from './find';
import { isPinned, platform, temporalVersion } from './pin';

/** What the binary was when its hash was checked; while it is the same file, it need not be read again. */
interface Checked {
  size: number;
  mtimeMs: number;
  ino: number;
}

/** The binary in the cache, when it is there and is the pinned one. */
export async function cachedBinary(folder: string): Promise<string | null> {
  const binary = binaryIn(folder);
  const now = await seen(binary);
  if (!now) return null;
  const before = await readFile(checkedFile(folder), 'utf8').then(
    (text) => JSON.parse(text) as Checked,
    () => null,
  );
  if (before && before.size === now.size && before.mtimeMs === now.mtimeMs && before.ino === now.ino) return binary;
  if (await isPinned(binary)) {
    await writeFile(checkedFile(folder), JSON.stringify(now));
    return binary;
  }
  await rm(binary, { force: true });
  return null;
}

/**
 * Gets the binary from a source into the cache. It is put together in a folder aside and moved in when its hash is
 * right, so a fetch that was cut off leaves nothing that could be taken for a binary; what one left is cleared first.
 */
export async function fillCache(
  folder: string,
  source: Source,
): Promise<{ ok: true; binary: string } | { ok: false; why: string }> {
  try {
    await mkdir(folder, { recursive: true });
    await clearHalfFinished(folder);
    const aside = await mkdtemp(path.join(folder, 'fetching-'));
    try {
      const fetched = await source.fetch(aside);
      if (!(await isPinned(fetched)))
        return { ok: false, why: 'what came is not the pinned release (its hash differs)' };
      await chmod(fetched, 0o755);
      await rename(fetched, binaryIn(folder));
    } finally {
      await rm(aside, { recursive: true, force: true });
    }
    const now = await seen(binaryIn(folder));
    await writeFile(checkedFile(folder), JSON.stringify(now));
    return { ok: true, binary: binaryIn(folder) };
  } catch (error) {
    if (isSystemError(error, 'ENOSPC'))
      return { ok: false, why: `the disk of ${folder} is full (about 400 MB are needed)` };
    return { ok: false, why: messageOf(error) };
  }
}

async function clearHalfFinished(folder: string): Promise<void> {
  const names = await readdir(folder);
  const old = names.filter((name) => name.startsWith('fetching-'));
  await Promise.all(old.map((name) => rm(path.join(folder, name), { recursive: true, force: true })));
}

async function seen(binary: string): Promise<Checked | null> {
  try {
    const { size, mtimeMs, ino } = await stat(binary);
    return { size, mtimeMs, ino };
  } catch {
    return null;
  }
}

function binaryIn(folder: string): string {
  return path.join(folder, `temporal-${temporalVersion}-${platform}`);
}

function checkedFile(folder: string): string {
  return `${binaryIn(folder)}.checked.json`;
}
