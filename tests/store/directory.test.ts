import { DateTime } from 'luxon';
import {
  directoryVersion,
  excerpt,
  findPerson,
  listPeople,
  upsertPeople,
  type PersonFacts,
} from '../../services/shared/store/people';
import { foldName, listAccounts, resolveAccount, upsertAccounts } from '../../services/shared/store/accounts';
import { createKey, findPersonByKey, listKeys, revokeKey } from '../../services/shared/store/keys';
import { currentPolicy, savePolicy } from '../../services/shared/store/policies';
import { materialiseZone } from '../../services/shared/store/zones';
import type { FreshStore } from './fresh-store';
import { freshStore } from './fresh-store';

let store: FreshStore;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

const facts = (id: string, managerId: string | null, more: Partial<PersonFacts> = {}): PersonFacts => ({
  ...{ id, name: `N ${id}`, title: 'T', email: `${id}@x.example`, roles: ['owner'], function: 'support' },
  ...{ managerId, zone: 'Europe/Berlin', available: true, ...more },
});

test('the version of the directory rises only with a change', async () => {
  const before = await directoryVersion(store.db);
  const added = await upsertPeople(store.db, [facts('p1', null), facts('p2', 'p1')]);
  expect(added).toEqual({ changed: 2, version: before + 1 });
  expect(await upsertPeople(store.db, [facts('p1', null), facts('p2', 'p1')])).toEqual({
    changed: 0,
    version: before + 1,
  });
  const away = await upsertPeople(store.db, [facts('p1', null), facts('p2', 'p1', { available: false })]);
  expect(away).toEqual({ changed: 1, version: before + 2 });
  expect(await findPerson(store.db, 'p2')).toMatchObject({ available: false, managerId: 'p1' });
});

test('an excerpt holds the people named and everybody above them, also where they are in a circle', async () => {
  await upsertPeople(store.db, [facts('c1', 'c2'), facts('c2', 'c3'), facts('c3', 'c1'), facts('lone', 'nobody')]);
  const idsOf = async (...ids: string[]) => (await excerpt(store.db, ids)).people.map(({ id }) => id);
  expect(await idsOf('c1', 'lone', 'unknown')).toEqual(['c1', 'c2', 'c3', 'lone']);
  expect(await idsOf('owner-anneke')).toEqual([
    ...['director-howard', 'executive-elena', 'manager-ines', 'owner-anneke', 'vp-marguerite'],
  ]);
  expect((await excerpt(store.db, [])).version).toBe(await directoryVersion(store.db));
});

test('offsets are those of the time zone database, in every hour of the years they cover', () => {
  const now = Date.UTC(2026, 10, 22);
  for (const name of [
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Africa/Casablanca',
    'Australia/Lord_Howe',
  ]) {
    const { offsets } = materialiseZone(name, now);
    const at = (moment: number) => offsets.findLast(([from]) => from <= moment)?.[1];
    for (let moment = Date.UTC(2025, 10, 22); moment < Date.UTC(2028, 10, 22); moment += 3_600_000) {
      const expected = DateTime.fromMillis(moment, { zone: name }).offset;
      if (at(moment) !== expected) throw new Error(`${name} at ${new Date(moment).toISOString()}: ${at(moment)}`);
    }
  }
  expect(materialiseZone('Nowhere/Land', now).offsets).toHaveLength(1);
});

test('an account is known by its folded name, and what was unknown is filled in', async () => {
  const { db } = store;
  const first = await resolveAccount(db, { name: '  Contoso   Ltd ' });
  expect(first).toMatchObject({ name: 'Contoso Ltd', tier: null, csmId: null });
  const arr = { amount: 100, currency: 'EUR' };
  const second = await resolveAccount(db, { name: 'CONTOSO LTD', tier: 'small', arr });
  expect(second).toEqual({ ...first, tier: 'small', arr });
  const third = await resolveAccount(db, { name: 'contoso ltd', tier: 'enterprise', csmId: 'csm-bashir' });
  expect(third).toMatchObject({ id: first.id, tier: 'enterprise', csmId: 'csm-bashir', arr });
  const [kept] = await listAccounts(db, { q: 'Contoso' });
  expect(kept).toMatchObject({ tier: 'small', csmId: 'csm-bashir' });
  const racers = Array.from({ length: 10 }, (_, index) => resolveAccount(db, { name: index % 2 ? 'Race' : ' race' }));
  expect(new Set((await Promise.all(racers)).map(({ id }) => id)).size).toBe(1);
  expect(foldName('\u00a0ＡＢＣ \t x')).toBe('abc x');
});

test('a list of accounts is taken over idempotently', async () => {
  const list = [{ name: 'Fabrikam', tier: 'small' as const }, { name: 'Adatum' }];
  expect(await upsertAccounts(store.db, list)).toEqual({ created: 2, updated: 0, unchanged: 0 });
  expect(await upsertAccounts(store.db, list)).toEqual({ created: 0, updated: 0, unchanged: 2 });
  const grown = [{ name: 'FABRIKAM', tier: 'mid-market' as const }, { name: 'Adatum' }];
  expect(await upsertAccounts(store.db, grown)).toEqual({ created: 0, updated: 1, unchanged: 1 });
});

test('a key opens until it is revoked, and only its hash is kept', async () => {
  const { db } = store;
  const { id, key } = await createKey(db, 'owner-anneke', 'laptop');
  expect(key).toMatch(/^up_[A-Za-z0-9_-]{43}$/);
  expect(await findPersonByKey(db, key)).toMatchObject({ keyId: id, person: { id: 'owner-anneke' } });
  const { rows } = await db.pool.query('select * from upstairs.api_keys where id = $1', [id]);
  expect(JSON.stringify(rows)).not.toContain(key);
  expect(await revokeKey(db, id)).toBe(true);
  expect(await revokeKey(db, id)).toBe(false);
  expect(await findPersonByKey(db, key)).toBeNull();
  expect((await listKeys(db, 'owner-anneke')).find((one) => one.id === id)?.revokedAt).toEqual(expect.any(Number));
});

test('policies count up, and without any the shipped one names every manager', async () => {
  const { db } = store;
  const { version, ...policy } = await currentPolicy(db);
  expect(policy.dutyManagerIds).toEqual(['manager-ines', 'manager-grant']);
  const saved = await savePolicy(db, { ...policy, takeChargeMs: 1 });
  expect(saved).toMatchObject({ version: version + 1, takeChargeMs: 1 });
  expect(await currentPolicy(db)).toEqual(saved);
  const coming = await savePolicy(db, { ...policy, takeChargeMs: 2 });
  await db.pool.query(`update upstairs.policies set effective_from = now() + '1 day' where version = $1`, [
    coming.version,
  ]);
  const newer = await savePolicy(db, { ...policy, takeChargeMs: 3 });
  // The newer one was written on the one that is coming, and is not taken back by it.
  for (const days of [0, 2]) expect(await currentPolicy(db, Date.now() + days * 86_400_000)).toEqual(newer);
  await db.pool.query('delete from upstairs.policies');
  const managers = (await listPeople(db, { role: 'manager' })).map(({ id }) => id);
  expect((await currentPolicy(db)).dutyManagerIds).toEqual(managers);
});
