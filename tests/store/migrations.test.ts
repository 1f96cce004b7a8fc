import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { seedDemo } from '../../services/shared/store/demo-seed';
import { ROLES } from '../../domain/people';
import { findPersonByKey } from '../../services/shared/store/keys';
import { migrate, migrateDown } from '../../services/shared/store/migrate';
import { rebuildReadModel } from '../../services/shared/store/rebuild';
import type { FreshStore } from './fresh-store';
import { freshStore } from './fresh-store';
import { raised } from './told';

let store: FreshStore;
beforeEach(async () => {
  store = await freshStore();
});
afterEach(() => store.close());

const CATALOGUE = `select json_build_object(
  'columns', (select json_agg(c order by c.table_schema, c.table_name, c.ordinal_position)
    from information_schema.columns c where table_schema in ('upstairs', 'read')),
  'indexes', (select json_agg(i order by schemaname, indexname) from pg_indexes i where schemaname in ('upstairs', 'read')),
  'triggers', (select json_agg(t order by trigger_name, event_manipulation)
    from information_schema.triggers t where trigger_schema = 'upstairs')) as catalogue`;

const catalogue = async () => (await store.db.pool.query<{ catalogue: unknown }>(CATALOGUE)).rows[0]?.catalogue;

test('migrations lead up, down and up again to the same schema', async () => {
  const { url } = store.db;
  const before = await catalogue();
  await migrateDown(url);
  expect(await catalogue()).toEqual({ columns: null, indexes: null, triggers: null });
  await migrate(url);
  expect(await catalogue()).toEqual(before);
});

test('several processes may migrate at once', async () => {
  const { url } = store.db;
  await migrateDown(url);
  await Promise.all([migrate(url), migrate(url), migrate(url)]);
  await migrate(url);
});

test('the newest migration, of the read model, may be taken back and come again: the journal has everything', async () => {
  const { url } = store.db;
  await raised(store.db, { id: 'a' });
  await migrateDown(url, 1);
  await migrate(url);
  expect(await rebuildReadModel(store.db)).toBe(1);
});

test('the demo has somebody for every role with a key that opens, and seeding again changes nothing that holds', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'upstairs-seed-'));
  const keysFile = path.join(folder, 'deep', 'demo-keys.json');
  interface Keys {
    people: { id: string; roles: string[]; key: string }[];
  }
  const seed = async () => {
    await seedDemo(store.db.url, keysFile);
    return JSON.parse(await readFile(keysFile, 'utf8')) as Keys;
  };
  try {
    const first = await seed();
    expect((await stat(keysFile)).mode & 0o777).toBe(0o600);
    expect(new Set(first.people.flatMap(({ roles }) => roles))).toEqual(new Set(ROLES));
    for (const { id, key } of first.people) {
      expect((await findPersonByKey(store.db, key))?.person.id).toBe(id);
    }
    expect(await seed()).toEqual(first);
    await writeFile(keysFile, '{"people":[');
    const replaced = await seed();
    expect(replaced.people).toHaveLength(first.people.length);
    expect(await findPersonByKey(store.db, first.people[0]?.key ?? '')).toBeNull();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a database that cannot be reached is a clear error', async () => {
  await expect(migrate('postgres://nobody@127.0.0.1:1/none')).rejects.toThrow('the database could not be migrated');
});
