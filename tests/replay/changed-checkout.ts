import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { repository } from '../../infra/local/folders';
import type { Change } from './changes';

/** Below dist, so that packages are found from there. */
const PLACE = path.join(repository, 'dist/changed');

/**
 * A checkout of what is replayed, with a change made in it; gone after `use`.
 * @throws Error where what is to be changed does not stand there exactly once
 */
export async function inChangedCheckout<T>({ edits }: Change, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = path.join(PLACE, String(process.pid));
  try {
    await mkdir(folder, { recursive: true });
    for (const part of ['domain', 'workflows']) {
      await cp(path.join(repository, part), path.join(folder, part), { recursive: true });
    }
    for (const { file, from, to } of edits) {
      const source = await readFile(path.join(folder, file), 'utf8');
      if (source.split(from).length !== 2) throw new Error(`${file} does not hold exactly once: ${from}`);
      await writeFile(path.join(folder, file), source.replace(from, to));
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
