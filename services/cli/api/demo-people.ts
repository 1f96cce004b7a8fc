import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { EXIT } from '../exit-codes';
import { CliFailure, messageOf } from '../failure';

const demoKeysSchema = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      title: z.string(),
      roles: z.array(z.string()),
      function: z.string(),
      key: z.string(),
    }),
  ),
});

/** A person of the demo with their key. */
export type DemoPerson = z.infer<typeof demoKeysSchema>['people'][number];

/** The people of the demo system whose data folder this is; null where it holds none. */
export function readDemoPeople(dataFolder: string): DemoPerson[] | null {
  const file = join(dataFolderPath(dataFolder), 'demo-keys.json');
  try {
    return demoKeysSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).people;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new CliFailure(EXIT.usage, `${file} cannot be read (${messageOf(error)}).`);
  }
}

/** The data folder of a local system: relative to the repository, as the launcher takes it, wherever one stands. */
export function dataFolderPath(dataFolder: string): string {
  let repository = __dirname;
  while (!existsSync(join(repository, 'package.json'))) repository = dirname(repository);
  return resolve(repository, dataFolder);
}

/** The one whom `who` means: an id, a name, or the first who holds it as a role (those who hold only it come first). */
export function findDemoPerson(people: readonly DemoPerson[], who: string): DemoPerson | undefined {
  const wanted = fold(who);
  const byRole = people.filter((person) => person.roles.includes(wanted));
  return (
    people.find((person) => fold(person.id) === wanted || fold(person.name) === wanted) ??
    [...byRole].sort((a, b) => a.roles.length - b.roles.length)[0] ??
    people.find((person) => fold(person.name).startsWith(wanted))
  );
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
