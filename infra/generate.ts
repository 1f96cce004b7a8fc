import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { configTableGenerator } from './generators/config-table';
import { eventListGenerator } from './generators/event-list';
import { problemListGenerator } from './generators/problem-list';
import { roleMatrixGenerator } from './generators/role-matrix';
import { shapesGenerator } from './generators/shapes';
import { stepTableGenerator } from './generators/step-table';
import { stepTitlesGenerator } from './generators/step-titles';
import { repository } from './local/folders';

/** A file that is made from the code; it stands in the repository, and must not differ from what the code makes. */
export interface Generator {
  /** In the repository. */
  path: string;
  content(): string | Promise<string>;
}

const generators: readonly Generator[] = [
  shapesGenerator,
  stepTitlesGenerator,
  stepTableGenerator,
  eventListGenerator,
  roleMatrixGenerator,
  problemListGenerator,
  configTableGenerator,
];

/** Writes every generated file; with `--check` it only names those that are out of date. */
async function main(checkOnly: boolean): Promise<void> {
  const stale: string[] = [];
  for (const generator of generators) {
    const file = path.join(repository, generator.path);
    const wanted = await formatted(file, await generator.content());
    const present = await readFile(file, 'utf8').catch(() => null);
    if (present === wanted) continue;
    stale.push(generator.path);
    if (checkOnly) continue;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, wanted);
  }
  if (checkOnly && stale.length > 0) {
    console.error(`Out of date: ${stale.join(', ')}. Run: npm run generate`);
    process.exitCode = 1;
  } else {
    console.log(stale.length > 0 ? `Written: ${stale.join(', ')}` : `Up to date: ${generators.length} generated files`);
  }
}

async function formatted(file: string, content: string): Promise<string> {
  return format(content, { ...(await resolveConfig(file)), filepath: file });
}

void main(process.argv.includes('--check'));
