import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { repository } from '../local/folders';
import { Refusal } from './refusal';
import type { Source } from './source-edit';

const inRepository = (file: string) => path.join(repository, file);

/** Whether the repository has a file. */
export function exists(file: string): boolean {
  return existsSync(inRepository(file));
}

/**
 * A file as it is now.
 * @throws Refusal where it cannot be read
 */
export async function readSource(file: string): Promise<Source> {
  const text = await readFile(inRepository(file), 'utf8').catch((error: Error) => {
    throw new Refusal(`${file} cannot be read: ${error.message}`);
  });
  return { path: file, text };
}

/** Formats all, and only then writes them: what cannot be parsed leaves everything as it was. */
export async function writeAll(sources: readonly Source[]): Promise<void> {
  const formatted = await Promise.all(sources.map(formattedSource));
  for (const { path: file, text } of formatted) {
    await mkdir(path.dirname(inRepository(file)), { recursive: true });
    await writeFile(inRepository(file), text);
  }
}

async function formattedSource({ path: file, text }: Source): Promise<Source> {
  const options = await resolveConfig(inRepository(file));
  return { path: file, text: await format(text, { ...options, filepath: inRepository(file) }) };
}

/** Deletes files, and the folders that are empty then. */
export async function removeAll(files: readonly string[]): Promise<void> {
  for (const file of files) {
    await rm(inRepository(file), { force: true });
    await rmdir(path.dirname(inRepository(file))).catch(keepUnlessEmpty);
  }
}

function keepUnlessEmpty(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST' && error.code !== 'ENOENT') throw error;
}
