import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const MIGRATIONS = join('infra', 'migrations');

/** The folder of the migrations; the sources and their compiled copy in dist/ share the one beside package.json. */
export function migrationsFolder(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json')) || !existsSync(join(folder, MIGRATIONS))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no ${MIGRATIONS} above ${__dirname}`);
    folder = parent;
  }
  return join(folder, MIGRATIONS);
}

/** The statements that make schema `read` from nothing: those migrations whose names say that they are about it. */
export async function readModelStatements(): Promise<string> {
  const folder = migrationsFolder();
  const files = (await readdir(folder)).filter((name) => /read-model.*\.sql$/.test(name)).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.map((text) => text.split(/^-- Down Migration$/m)[0]).join('\n');
}
