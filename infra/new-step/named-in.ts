import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { repository } from '../local/folders';

const FOLDERS = ['domain', 'workflows', 'activities', 'services', 'infra', 'tests', 'bench'];
const READ = /\.(ts|tsx|mjs|sql|json)$/;
/** Made from the code, and made anew afterwards. */
const GENERATED = 'domain/generated/';

/** The files that name a step by its name or by one of its files, `but` these. */
export async function namedIn(name: string, but: readonly string[]): Promise<string[]> {
  const words = new RegExp(`['"\`]${name}['"\`]|/${name}/${name}(\\.schema)?['"]|steps/${name}['"]`);
  const files = (await Promise.all(FOLDERS.map(filesUnder))).flat().filter((file) => !but.includes(file));
  const naming: string[] = [];
  for (const file of files.sort()) {
    if (file.startsWith(GENERATED) || !READ.test(file)) continue;
    if (words.test(await readFile(path.join(repository, file), 'utf8'))) naming.push(file);
  }
  return naming;
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(path.join(repository, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(repository, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}
