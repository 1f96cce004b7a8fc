import { createMemory } from '../../services/shared/memory';
import { rotaSchema } from '../../services/shared/duty/rota.schema';
import { feedShifts, readRota, writeFeed, writeRota } from '../../services/shared/store/duty';
import { directoryVersion } from '../../services/shared/store/people';
import type { FreshStore } from './fresh-store';
import { freshStore } from './fresh-store';
import { MONDAY, raising } from './told';

const DAY_MS = 24 * 3_600_000;

let store: FreshStore;
beforeEach(async () => {
  store = await freshStore();
});
afterEach(() => store.close());

const rota = (personId: string) =>
  rotaSchema.parse({ shifts: [{ personId, day: 'monday', from: '08:00', to: '18:00', zone: 'UTC' }] });

test('a rota is written over the revision that was seen, and over no other', async () => {
  const { db } = store;
  expect(await readRota(db)).toMatchObject({ revision: 0, changedBy: null });
  expect(await writeRota(db, rota('manager-ines'), 'x', 7)).toBe(false);
  expect(await writeRota(db, rota('manager-ines'), 'x', 0)).toBe(true);
  expect(await writeRota(db, rota('manager-grant'), 'y', 0)).toBe(false);
  expect(await readRota(db)).toMatchObject({ rota: rota('manager-ines'), revision: 1, changedBy: 'x' });
  expect(await writeRota(db, rota('manager-grant'), 'y', 1)).toBe(true);
  // Whoever sends the same again has lost the answer, not the race.
  expect(await writeRota(db, rota('manager-grant'), 'y', 1)).toBe(true);
  expect(await writeRota(db, rota('manager-ines'), 'z')).toBe(true);
  expect(await readRota(db)).toMatchObject({ revision: 3, changedBy: 'z' });
});

test('of two who write over the same revision at once, one does', async () => {
  const { db } = store;
  await writeRota(db, rota('director-howard'), 'x');
  const both = await Promise.all([
    writeRota(db, rota('manager-ines'), 'x', 1),
    writeRota(db, rota('manager-grant'), 'y', 1),
  ]);
  expect(both.sort()).toEqual([false, true]);
  expect((await readRota(db)).revision).toBe(2);
});

test('feeds that are written at once come one after the other', async () => {
  const { db } = store;
  const shifts = (personId: string) =>
    Array.from({ length: 500 }, (_, day) => ({ personId, fromAt: day * DAY_MS, toAt: (day + 1) * DAY_MS }));
  const people = ['manager-ines', 'manager-grant', 'director-howard', 'director-odile'];
  await Promise.all(people.map((personId) => writeFeed(db, shifts(personId))));
  const written = await feedShifts(db, { fromAt: 0, toAt: 1_000 * DAY_MS });
  expect(written).toHaveLength(500);
  expect(new Set(written.map(({ personId }) => personId)).size).toBe(1);
});

test('an escalation that knew of no shift learns of one once it comes near', async () => {
  const { db } = store;
  const events = await raising(db, { id: 'early' });
  const shift = { personId: 'manager-grant', fromAt: MONDAY + 50 * DAY_MS, toAt: MONDAY + 54 * DAY_MS };
  await writeFeed(db, [shift]);
  const known = { directoryVersion: await directoryVersion(db), dutyUntilAt: null };
  const recorded = (days: number) =>
    createMemory(db, () => MONDAY + days * DAY_MS).record({
      ...{ escalationId: 'early', events, peopleIds: ['owner-anneke'] },
      ...known,
    });
  expect((await recorded(1)).directory).toBeNull();
  expect((await recorded(20)).directory?.duty).toEqual([shift]);
});
