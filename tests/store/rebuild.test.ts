import { canonicalJson } from '../../services/shared/store/canonical';
import { findEscalation } from '../../services/shared/store/escalations';
import { rebuildReadModel, rebuildWhereOutdated } from '../../services/shared/store/rebuild';
import { record } from '../../services/shared/store/recording';
import { verifyReadModel } from '../../services/shared/store/verify-read-model';
import type { FreshStore } from './fresh-store';
import { freshStore } from './fresh-store';
import { acknowledging, MONDAY, note, raised } from './told';

let store: FreshStore;
beforeEach(async () => {
  store = await freshStore();
});
afterEach(() => store.close());

async function acknowledged(id: string): Promise<number> {
  const events = await acknowledging(store.db, await raised(store.db, { id }), MONDAY + 60_000);
  return (await record(store.db, { escalationId: id, events, recordedAt: MONDAY })).state.seq;
}

async function dump(): Promise<string> {
  const tables = ['escalations', 'clocks', 'commitments', 'participants', 'inbox', 'messages'];
  const rows = tables.map(async (table) => {
    const found = await store.db.pool.query(
      `select to_jsonb(t) as row from read.${table} t order by to_jsonb(t)::text`,
    );
    return found.rows as unknown[];
  });
  return canonicalJson(await Promise.all(rows));
}

test('the rebuilt read model is the one that it replaces, its indexes too', async () => {
  const indexes = () => store.db.pool.query(`select indexdef from pg_indexes where schemaname = 'read' order by 1`);
  for (const id of ['a', 'b', 'c']) await acknowledged(id);
  const [rows, index] = [await dump(), await indexes()];
  const progress: number[] = [];
  expect(await rebuildReadModel(store.db, ({ done }) => progress.push(done))).toBe(3);
  expect(progress).toEqual([3]);
  expect(await dump()).toBe(rows);
  expect((await indexes()).rows).toEqual(index.rows);
});

test('nothing that is recorded during rebuilds is lost, and every answer is visible at once', async () => {
  const { db } = store;
  let running = true;
  const writers = ['a', 'b', 'c'].map(async (writer) => {
    let written = 0;
    for (; running; written += 1) {
      const id = `${writer}-${written}`;
      const seq = await acknowledged(id);
      await record(db, { escalationId: id, events: [note(seq + 1, 'x')], recordedAt: MONDAY });
      expect((await findEscalation(db, id))?.state.seq).toBe(seq + 1);
    }
    return written;
  });
  for (let round = 0; round < 5; round += 1) await rebuildReadModel(db);
  running = false;
  const written = (await Promise.all(writers)).reduce((sum, count) => sum + count, 0);
  const verified = await verifyReadModel(db);
  expect(verified).toMatchObject({ escalations: written, differences: [] });
});

test('a dropped read model is made anew', async () => {
  await acknowledged('a');
  const rows = await dump();
  await store.db.pool.query('drop schema read cascade');
  await rebuildReadModel(store.db);
  expect(await dump()).toBe(rows);
});

test('what an older release folded is folded anew before this one reads it, and only then', async () => {
  const { db } = store;
  for (const id of ['a', 'b']) await acknowledged(id);
  const rows = await dump();
  // As the migration leaves them: the columns are there, with nothing in them.
  await db.pool.query('update read.escalations set acknowledged_at = null, contact_email = null, known_ids = null');
  await db.pool.query('update read.clocks set next_at = null, next_rung = null');
  await db.pool.query(`comment on schema read is 'folded by an older release'`);
  expect(await rebuildWhereOutdated(db)).toBe(2);
  expect(await dump()).toBe(rows);
  expect(await rebuildWhereOutdated(db)).toBeNull();
});

test('two rebuilds at once are one too many', async () => {
  for (let index = 0; index < 20; index += 1) await raised(store.db, { id: `many-${index}` });
  const outcomes = await Promise.allSettled([rebuildReadModel(store.db), rebuildReadModel(store.db)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('the verification names what differs, and where', async () => {
  const { db } = store;
  const seq = await acknowledged('a');
  await acknowledged('b');
  expect(await verifyReadModel(db)).toMatchObject({ escalations: 2, events: 2 * seq, differences: [] });
  await db.pool.query(`update read.clocks set due_at = due_at + 1 where escalation_id = 'a' and id = 'intake'`);
  await db.pool.query(
    `update read.escalations set state = jsonb_set(state, '{complaint,summary}', '"x"') where id = 'b'`,
  );
  await db.pool.query(`update read.escalations set known_ids[1] = 'nobody' where id = 'b'`);
  await db.pool.query(`delete from read.participants where escalation_id = 'b' and person_id = 'owner-anneke'`);
  await db.pool.query(`insert into read.participants values ('nowhere', 'manager-ines')`);
  const { differences } = await verifyReadModel(db);
  expect(differences.map(({ where }) => where).sort()).toEqual([
    'read.clocks a intake/due_at',
    'read.escalations b/known_ids.0',
    'read.escalations b/state.complaint.summary',
    'read.participants',
    'read.participants b owner-anneke',
  ]);
});

test("the workflow's own state is compared, too", async () => {
  const { db } = store;
  await acknowledged('a');
  await acknowledged('gone');
  const workflowState = async (id: string) => {
    const state = id === 'gone' ? null : (await findEscalation(db, id))?.state;
    return state ? { ...state, ownerId: 'owner-desmond' } : null;
  };
  const verified = await verifyReadModel(db, { workflowState });
  expect(verified).toMatchObject({ escalations: 2, workflows: 1 });
  expect(verified.differences).toEqual([
    { escalationId: 'a', where: 'workflow ownerId', expected: 'owner-anneke', found: 'owner-desmond' },
  ]);
});
