import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Person } from '../../../domain/people';
import { SHIPPED_POLICY } from '../../../domain/shipped-policy';
import { openDatabase } from './database';
import type { Database } from './database';
import { DEMO_DUTY_MANAGERS, DEMO_PEOPLE } from './demo-people';
import { createKey, findPersonByKey, listKeys, revokeKey } from './keys';
import { listPeople, upsertPeople } from './people';
import { newestVersion, savePolicy } from './policies';

const LABEL = 'demo';

const keysFileSchema = z.object({ people: z.array(z.looseObject({ id: z.string(), key: z.string() })) });

/**
 * Gives an empty system its demo people, a policy that names its duty managers, and a key for everybody, written to
 * `keysFile` for the owner of the file only. Run again it changes nothing that still holds; lost keys are replaced.
 */
export async function seedDemo(databaseUrl: string, keysFile: string): Promise<void> {
  const db = openDatabase(databaseUrl, { connections: 2, name: 'upstairs-demo-seed' });
  try {
    await upsertPeople(db, DEMO_PEOPLE);
    if ((await newestVersion(db)) === null) {
      await savePolicy(db, { ...SHIPPED_POLICY, dutyManagerIds: DEMO_DUTY_MANAGERS });
    }
    const known = new Map((await listPeople(db)).map((person) => [person.id, person]));
    const kept = await readKeys(keysFile);
    const people = [];
    for (const { id } of DEMO_PEOPLE) {
      const person = known.get(id);
      if (person) people.push({ ...shown(person), key: await keyOf(db, person, kept.get(id)) });
    }
    await writeKeys(keysFile, people);
  } finally {
    await db.close();
  }
}

const shown = ({ id, name, title, email, roles, function: of }: Person) => ({
  id,
  name,
  title,
  email,
  roles,
  function: of,
});

/** The key that still opens, or a new one in place of those that nobody has any more. */
async function keyOf(db: Database, person: Person, kept: string | undefined): Promise<string> {
  if (kept !== undefined && (await findPersonByKey(db, kept))?.person.id === person.id) return kept;
  for (const { id, label } of await listKeys(db, person.id)) if (label === LABEL) await revokeKey(db, id);
  return (await createKey(db, person.id, LABEL)).key;
}

async function readKeys(keysFile: string): Promise<Map<string, string>> {
  const text = await readFile(keysFile, 'utf8').catch(() => '{"people":[]}');
  try {
    return new Map(keysFileSchema.parse(JSON.parse(text)).people.map(({ id, key }) => [id, key]));
  } catch {
    // Half-written by a run that was ended: its keys are replaced like lost ones.
    return new Map();
  }
}

async function writeKeys(keysFile: string, people: readonly object[]): Promise<void> {
  const partial = `${keysFile}.${process.pid}`;
  await mkdir(dirname(keysFile), { recursive: true });
  await writeFile(partial, `${JSON.stringify({ people }, null, 2)}\n`, { mode: 0o600 });
  // The mode of `writeFile` holds for a new file only.
  await chmod(partial, 0o600);
  await rename(partial, keysFile);
}
