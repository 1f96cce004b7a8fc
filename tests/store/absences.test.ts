import { createMemory } from '../../services/shared/memory';
import { addAbsence, listAbsences, takeBackAbsence } from '../../services/shared/store/absences';
import { createKey, findPersonByKey, listKeys } from '../../services/shared/store/keys';
import { concernedEscalations, countHeld } from '../../services/shared/store/concerned';
import { writeFeed, writeRota } from '../../services/shared/store/duty';
import { setLeft } from '../../services/shared/store/departures';
import { directoryVersion, excerpt, findPerson, upsertPeople } from '../../services/shared/store/people';
import { record } from '../../services/shared/store/recording';
import type { FreshStore } from './fresh-store';
import { freshStore } from './fresh-store';
import { acknowledging, MONDAY, raised, raising } from './told';

const DAY_MS = 24 * 3_600_000;

let store: FreshStore;
beforeEach(async () => {
  store = await freshStore();
});
afterEach(() => store.close());

const away = (personId: string, delegateId: string | null, from = 0, until = DAY_MS) => {
  const now = Date.now();
  const facts = { personId, delegateId, fromAt: now + from, untilAt: now + until, note: null, writtenBy: personId };
  return addAbsence(store.db, facts, now);
};

test('an excerpt brings absences that are not over, and everybody who stands in, with those above them', async () => {
  const { db } = store;
  await away('owner-anneke', 'product-salome', -DAY_MS, DAY_MS);
  await db.pool.query(
    `insert into upstairs.absences (id, person_id, from_at, until_at, created_by) values ('old', 'owner-anneke', 1, 2, 'x')`,
  );
  const { people } = await excerpt(db, ['owner-anneke']);
  expect(people.map(({ id }) => id)).toEqual([
    ...['director-howard', 'executive-elena', 'manager-ines', 'owner-anneke', 'product-salome', 'vp-marguerite'],
  ]);
  expect(people.find(({ id }) => id === 'owner-anneke')?.absences).toMatchObject([{ delegateId: 'product-salome' }]);
  expect(people.find(({ id }) => id === 'manager-ines')).not.toHaveProperty('absences');
});

test('everything that says who is here raises the version of the directory, and the same again does not', async () => {
  const { db } = store;
  const rises = async (change: () => Promise<unknown>) => {
    const before = await directoryVersion(db);
    await change();
    return (await directoryVersion(db)) - before;
  };
  const rota = { shifts: [{ personId: 'manager-ines', day: 'monday', from: '08:00', to: '18:00', zone: 'UTC' }] };
  const written = { ...rota, cover: [] } as Parameters<typeof writeRota>[1];
  const shifts = [{ personId: 'manager-ines', fromAt: 1, toAt: 2 }];
  expect(await rises(() => away('owner-anneke', null))).toBe(1);
  const [absence] = await listAbsences(db, 'owner-anneke', 0);
  expect(await rises(() => takeBackAbsence(db, 'owner-anneke', absence?.id ?? '', 'x'))).toBe(1);
  expect(await rises(() => takeBackAbsence(db, 'owner-anneke', absence?.id ?? '', 'x'))).toBe(0);
  expect(await rises(() => setLeft(db, 'owner-anneke', 5))).toBe(1);
  expect(await rises(() => setLeft(db, 'owner-anneke', 5))).toBe(0);
  expect(await rises(() => writeRota(db, written, 'x'))).toBe(1);
  expect(await rises(() => writeRota(db, written, 'y'))).toBe(0);
  expect(await rises(() => writeFeed(db, shifts))).toBeGreaterThan(0);
});

test('who has left stays so when the directory is taken over again', async () => {
  const { db } = store;
  await setLeft(db, 'owner-anneke', 5);
  const person = await findPerson(db, 'owner-anneke');
  if (person) await upsertPeople(db, [{ ...person, zone: person.zone.name, title: 'Another' }]);
  expect(await findPerson(db, 'owner-anneke')).toMatchObject({ title: 'Another', leftAt: 5 });
});

test('an absence that was taken back stands in the table, with who took it back, and counts no more', async () => {
  const { db } = store;
  const written = await away('owner-anneke', 'owner-desmond');
  const id = written.outcome === 'added' ? written.absence.id : '';
  expect(await takeBackAbsence(db, 'owner-desmond', id, 'manager-ines')).toBe(false);
  expect(await takeBackAbsence(db, 'owner-anneke', id, 'manager-ines')).toBe(true);
  expect(await takeBackAbsence(db, 'owner-anneke', id, 'vp-marguerite')).toBe(false);
  const { rows } = await db.pool.query('select deleted_by, created_by from upstairs.absences where id = $1', [id]);
  expect(rows).toEqual([{ deleted_by: 'manager-ines', created_by: 'owner-anneke' }]);
  expect(await listAbsences(db, 'owner-anneke', 0)).toEqual([]);
  expect(await findPerson(db, 'owner-anneke')).not.toHaveProperty('absences');
  expect((await excerpt(db, ['owner-anneke'])).people.map((one) => one.id)).not.toContain('owner-desmond');
  expect((await away('owner-desmond', 'owner-anneke')).outcome).toBe('added');
  expect((await away('owner-anneke', null)).outcome).toBe('added');
});

test('what opened anything before somebody left is dead, by a date that comes to pass too, and stays so', async () => {
  const { db } = store;
  const opens = async (key: string) => (await findPersonByKey(db, key)) !== null;
  const signIn = (personId: string) =>
    db.pool.query(`insert into upstairs.sessions values ($1, json_build_object('personId', $1::text), now())`, [
      personId,
    ]);
  const [at, before] = [await createKey(db, 'owner-june', 'a'), await createKey(db, 'owner-ravi', 'b')];
  await signIn('owner-june');
  await signIn('owner-ravi');
  await setLeft(db, 'owner-june', Date.now());
  await setLeft(db, 'owner-ravi', Date.now() + 1_000_000);
  await setLeft(db, 'owner-ravi', null);
  expect([await opens(at.key), await opens(before.key)]).toEqual([false, true]);
  expect((await listKeys(db, 'owner-june')).map(({ revokedAt }) => revokedAt)).not.toContain(null);

  await db.pool.query(`update upstairs.people set left_at = $1 where id = 'owner-ravi'`, [Date.now() - 5]);
  for (const id of ['owner-june', 'owner-ravi']) await setLeft(db, id, null);
  const since = await createKey(db, 'owner-june', 'c');
  await setLeft(db, 'owner-june', null);
  expect([await opens(at.key), await opens(before.key), await opens(since.key)]).toEqual([false, false, true]);
  expect((await db.pool.query('select from upstairs.sessions')).rowCount).toBe(0);
});

test('two who name each other at the same moment: one of them is refused', async () => {
  const pairs = Array.from({ length: 8 }, (_, index) => index * 2 * DAY_MS);
  for (const from of pairs) {
    const both = await Promise.all([
      away('owner-anneke', 'owner-desmond', from, from + DAY_MS),
      away('owner-desmond', 'owner-anneke', from, from + DAY_MS),
    ]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['added', 'circle']);
  }
});

test('an escalation that is recorded learns of the rota, and again before what it knows of it is over', async () => {
  const { db } = store;
  const events = await raising(db, { id: 'duty' });
  const memory = createMemory(db, () => MONDAY);
  const before = await directoryVersion(db);
  const shift = (personId: string, days: number) => ({
    ...{ personId, fromAt: MONDAY + days * DAY_MS, toAt: MONDAY + (days + 10) * DAY_MS },
  });
  await writeFeed(db, [shift('manager-grant', 0), shift('director-odile', 10), shift('manager-ines', 30)]);
  const version = await directoryVersion(db);
  const request = { escalationId: 'duty', events, peopleIds: ['owner-anneke'] };
  const first = await memory.record({ ...request, directoryVersion: before });
  expect(first.directory?.duty?.map(({ personId }) => personId)).toEqual([
    ...['manager-grant', 'director-odile', 'manager-ines'],
  ]);
  expect(first.directory?.people.map(({ id }) => id)).toEqual(expect.arrayContaining(['director-odile']));

  const known = (days: number) => ({ ...request, directoryVersion: version, dutyUntilAt: MONDAY + days * DAY_MS });
  expect((await memory.record(known(20))).directory).toBeNull();
  expect((await memory.record(known(13))).directory?.duty).toHaveLength(3);
  await writeFeed(db, [shift('manager-grant', 0)]);
  const now = { ...known(10), directoryVersion: await directoryVersion(db) };
  expect((await memory.record(now)).directory).toBeNull();
});

test('those are concerned who know the person, or wait for whoever is on duty; what is held is counted', async () => {
  const { db } = store;
  const waiting = await raised(db, { id: 'waiting' });
  const taken = await raised(db, { id: 'taken' });
  const events = await acknowledging(db, taken, MONDAY);
  await record(db, { escalationId: taken.id, events, recordedAt: MONDAY });
  const concerned = (about: Parameters<typeof concernedEscalations>[1]['about'], afterId: string | null = null) =>
    concernedEscalations(db, { about, afterId, limit: 10 });
  expect(await concerned({ kind: 'rota' })).toEqual([waiting.id]);
  expect(await concerned({ kind: 'person', personId: 'owner-anneke' })).toEqual([taken.id]);
  expect(await concerned({ kind: 'person', personId: 'director-howard' })).toEqual([taken.id, waiting.id]);
  expect(await concerned({ kind: 'person', personId: 'director-howard' }, taken.id)).toEqual([waiting.id]);
  expect(await concerned({ kind: 'person', personId: 'constructor' })).toEqual([]);
  expect(await countHeld(db, 'owner-anneke')).toEqual({ escalations: 1, places: { owner: 1 } });
  expect(await countHeld(db, 'manager-ines')).toEqual({ escalations: 1, places: { signer: 1 } });
  expect(await countHeld(db, 'csm-bashir')).toEqual({ escalations: 2, places: { csm: 2 } });
});
