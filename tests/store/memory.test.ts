import { createMemory } from '../../services/shared/memory';
import type { MemoryPort } from '../../activities/ports';
import { readInbox, markRead } from '../../services/shared/store/inbox';
import { directoryVersion, listPeople, upsertPeople } from '../../services/shared/store/people';
import { record } from '../../services/shared/store/recording';
import type { FreshStore } from './fresh-store';
import { freshStore } from './fresh-store';
import { acknowledging, deciding, MONDAY, raised, raising } from './told';

let store: FreshStore;
let memory: MemoryPort;
beforeAll(async () => {
  store = await freshStore();
  memory = createMemory(store.db, () => MONDAY);
});
afterAll(() => store.close());

test('recording tells of a directory that has changed since', async () => {
  const { db } = store;
  const events = await raising(db, { id: 'told' });
  const request = { escalationId: 'told', events, peopleIds: ['owner-anneke'] };
  const version = await directoryVersion(db);
  expect(await memory.record({ ...request, directoryVersion: version })).toEqual({ directory: null });
  const [someone] = await listPeople(db, { role: 'executive' });
  if (someone) await upsertPeople(db, [{ ...someone, zone: someone.zone.name, title: 'Chief of Customers' }]);
  const { directory } = await memory.record({ ...request, directoryVersion: version });
  expect(directory?.version).toBe(version + 1);
  expect(directory?.people.find(({ id }) => id === someone?.id)?.title).toBe('Chief of Customers');
});

test('a signal is parsed, and its sender resolved whatever roles it claims', async () => {
  const by = { id: 'owner-anneke', name: 'The Queen', roles: ['vp'] };
  const answer = await memory.resolve({ name: 'add-note', payload: { note: 'hello', by, directory: 'mine' } });
  expect(answer).toMatchObject({ ok: true, body: { note: 'hello' } });
  expect(answer.ok && answer.by).toEqual({
    id: 'owner-anneke',
    name: 'Anneke Voss',
    title: 'Senior Support Engineer',
    roles: ['owner'],
  });
  const named = await memory.resolve({
    name: 'reassign',
    payload: { by: 'manager-ines', ownerId: 'owner-ravi', reason: 'knows it' },
  });
  expect(named.ok && named.directory.people.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['owner-ravi', 'manager-grant', 'director-howard']),
  );
});

test.each([
  ['add-note', { note: 'x', by: 'nobody' }, 'unknown-person', 'nobody'],
  ['add-note', { note: 'x' }, 'malformed', null],
  ['add-note', { note: 'x', by: { id: '\u0000' } }, 'malformed', null],
  ['add-note', { by: 'owner-anneke', note: 7, more: 1 }, 'malformed', 'owner-anneke'],
  ['add-note', 'a string', 'malformed', null],
  ['add-note', null, 'malformed', null],
  ['toString', { by: 'owner-anneke' }, 'unknown-command', 'owner-anneke'],
])('signal %s with %j is refused as %s', async (name, payload, type, byId) => {
  expect(await memory.resolve({ name, payload })).toMatchObject({ ok: false, byId, rejection: { type } });
});

test('the dossier of an account names its earlier escalations and open promises', async () => {
  const { db } = store;
  const state = await raised(db, { id: 'early', accountName: 'Dossier' });
  const intake = await acknowledging(db, state, MONDAY + 60_000);
  const acknowledged = (await record(db, { escalationId: 'early', events: intake, recordedAt: MONDAY })).state;
  const promise = { seq: acknowledged.seq + 1, at: MONDAY + 120_000, actor: null, type: 'commitment.made' as const };
  const data = { commitmentId: 'c1', text: 'Refund', dueAt: MONDAY + 9e7, responsibleId: 'owner-anneke' };
  await record(db, { escalationId: 'early', events: [{ ...promise, data }], recordedAt: MONDAY });
  const late = await raised(db, { id: 'late', accountName: 'dossier', at: MONDAY + 1 });
  const history = await memory.accountHistory(late.complaint.account.id, 'late');
  expect(history).toEqual({
    earlier: [
      {
        ...{ id: 'early', ref: 'T-early', summary: 'Charged twice for three months', status: 'open' },
        ...{ rootCause: null, raisedAt: MONDAY },
      },
    ],
    openCommitments: [{ escalationId: 'early', ref: 'T-early', text: 'Refund', dueAt: MONDAY + 9e7 }],
  });
});

test('notices stand in the inbox until they are read', async () => {
  const { db } = store;
  const state = await raised(db, { id: 'word' });
  const intake = await acknowledging(db, state, MONDAY + 60_000);
  const owned = (await record(db, { escalationId: 'word', events: intake, recordedAt: MONDAY })).state;
  const note = await deciding(db, owned, {
    name: 'add-note',
    body: { note: 'x' },
    byId: 'owner-anneke',
    at: MONDAY + 61_000,
  });
  await record(db, { escalationId: 'word', events: note, recordedAt: MONDAY });
  const inbox = () => readInbox(db, { personId: 'owner-anneke', limit: 1 });
  const page = await inbox();
  const [item] = page.items;
  expect(item).toMatchObject({ escalationId: 'word', ref: 'T-word', kind: 'owner-assigned', readAt: null });
  const noticeIds = [item?.noticeId ?? ''];
  expect(await markRead(db, 'owner-desmond', noticeIds)).toBe(0);
  expect(await markRead(db, 'owner-anneke', noticeIds)).toBe(1);
  expect(await markRead(db, 'owner-anneke', noticeIds)).toBe(0);
  const after = await inbox();
  expect(after.unread).toBe(page.unread - 1);
  expect(after.items[0]?.readAt).toEqual(expect.any(Number));
});
