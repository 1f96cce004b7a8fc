import fc from 'fast-check';
import { latestPosition, readAll } from '../../services/shared/store/journal';
import { readFeed } from '../../services/shared/store/journal-feed';
import { findEscalation } from '../../services/shared/store/escalations';
import { JournalConflict, JournalGap, record } from '../../services/shared/store/recording';
import { verifyReadModel } from '../../services/shared/store/verify-read-model';
import type { FreshStore } from './fresh-store';
import { freshStore } from './fresh-store';
import { acknowledging, MONDAY, note, raised, raising } from './told';

let store: FreshStore;
beforeAll(async () => {
  store = await freshStore({ connections: 20 });
});
afterAll(() => store.close());

const differences = async () => (await verifyReadModel(store.db)).differences;

test('a batch that is recorded again changes nothing, and keeps the moment of its first recording', async () => {
  const { db } = store;
  const events = await raising(db, { id: 'again' });
  const first = await record(db, { escalationId: 'again', events, recordedAt: MONDAY });
  const second = await record(db, { escalationId: 'again', events, recordedAt: MONDAY + 5_000 });
  expect(second).toEqual(first);
  expect((await readAll(db, 'again')).map(({ recordedAt }) => recordedAt)).toEqual(events.map(() => MONDAY));
  expect(await findEscalation(db, 'T-again')).toEqual(first);
});

test('of a batch that overlaps with the journal only what is new is added', async () => {
  const { db } = store;
  const events = await raising(db, { id: 'overlap' });
  const state = await raised(db, { id: 'overlap' });
  const more = await acknowledging(db, state, MONDAY + 60_000);
  const recorded = await record(db, {
    escalationId: 'overlap',
    events: [...events, ...more],
    recordedAt: MONDAY + 60_000,
  });
  expect(recorded.state.ownerId).toBe('owner-anneke');
  expect((await readAll(db, 'overlap')).map(({ seq }) => seq)).toEqual(
    [...events, ...more].map((_, index) => index + 1),
  );
  expect(await differences()).toEqual([]);
});

test('another event under a recorded seq is refused as a conflict, and nothing of its batch is kept', async () => {
  const { db } = store;
  const { seq } = await raised(db, { id: 'conflict' });
  await record(db, { escalationId: 'conflict', events: [note(seq + 1, 'one')], recordedAt: MONDAY });
  const batch = [note(seq + 1, 'another'), note(seq + 2, 'after it')];
  const recording = record(db, { escalationId: 'conflict', events: batch, recordedAt: MONDAY });
  await expect(recording).rejects.toThrow(JournalConflict);
  expect(await readAll(db, 'conflict')).toHaveLength(seq + 1);
});

test('events after a gap are refused', async () => {
  const { db } = store;
  const { seq } = await raised(db, { id: 'gap' });
  const early = record(db, { escalationId: 'gap', events: [note(seq + 2, 'too early')], recordedAt: MONDAY });
  await expect(early).rejects.toThrow(JournalGap);
  const holed = [note(seq + 1, 'one'), note(seq + 3, 'three')];
  await expect(record(db, { escalationId: 'gap', events: holed, recordedAt: MONDAY })).rejects.toThrow(JournalGap);
  await expect(record(db, { escalationId: 'never', events: [note(1, 'x')], recordedAt: MONDAY })).rejects.toThrow();
  await expect(record(db, { escalationId: 'never', events: [], recordedAt: MONDAY })).rejects.toThrow(JournalGap);
  expect(await readAll(db, 'gap')).toHaveLength(seq);
});

test('any number of recorders of overlapping batches at once end with one journal', async () => {
  const { db } = store;
  const events = await raising(db, { id: 'race' });
  const notes = Array.from({ length: 40 }, (_, index) => note(events.length + 1 + index, `note ${index}`));
  const all = [...events, ...notes];
  // Each one knows the story up to a moment of its own, as an API and an activity do.
  const recordings = all.map((_, index) =>
    record(db, { escalationId: 'race', events: all.slice(0, index + 1), recordedAt: MONDAY + index }),
  );
  const answers = await Promise.all(recordings);
  answers.forEach(({ state }, index) => expect(state.seq).toBeGreaterThanOrEqual(all[index]?.seq ?? 0));
  expect((await readAll(db, 'race')).map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq));
  expect(await differences()).toEqual([]);
});

test('whoever follows the positions misses nothing, however many record at once', async () => {
  const { db } = store;
  const from = await latestPosition(db);
  const seen: string[] = [];
  let [position, running] = [from, true];
  const following = (async () => {
    while (running || position < (await latestPosition(db))) {
      for (const entry of await readFeed(db, position, 7)) {
        seen.push(`${entry.escalationId} ${entry.event.seq}`);
        position = entry.position;
      }
    }
  })();
  const ids = Array.from({ length: 12 }, (_, index) => `follow-${index}`);
  const written = await Promise.all(
    ids.map(async (id) => {
      const { seq } = await raised(db, { id });
      for (let more = 1; more <= 10; more += 1) {
        await record(db, { escalationId: id, events: [note(seq + more, 'x')], recordedAt: MONDAY });
      }
      return Array.from({ length: seq + 10 }, (_, index) => `${id} ${index + 1}`);
    }),
  );
  running = false;
  await following;
  expect([...seen].sort()).toEqual(written.flat().sort());
});

test('what Postgres cannot hold as text does not stop a journal', async () => {
  const { db } = store;
  const { seq } = await raised(db, { id: 'odd' });
  const odd = note(seq + 1, 'a NUL \u0000, half a \ud83d pair, a whole one 😀, a spelled \\u0000');
  await record(db, { escalationId: 'odd', events: [odd], recordedAt: MONDAY });
  await record(db, { escalationId: 'odd', events: [odd, note(seq + 2, 'on it goes')], recordedAt: MONDAY });
  const written = (await readAll(db, 'odd')).find((event) => event.seq === seq + 1);
  expect(written?.data).toEqual({ note: 'a NUL \ufffd, half a \ufffd pair, a whole one 😀, a spelled \\u0000' });
});

test('the journal cannot be edited or emptied', async () => {
  const { pool } = store.db;
  await expect(pool.query('update upstairs.journal set at = at + 1')).rejects.toThrow('append-only');
  await expect(pool.query('delete from upstairs.journal')).rejects.toThrow('append-only');
  await expect(pool.query('truncate upstairs.journal')).rejects.toThrow('append-only');
});

test('an escalation that the read model has lost is folded anew with its next event', async () => {
  const { db } = store;
  const { seq } = await raised(db, { id: 'lost' });
  await db.pool.query(`delete from read.clocks where escalation_id = 'lost'`);
  await db.pool.query(`delete from read.escalations where id = 'lost'`);
  const { state } = await record(db, { escalationId: 'lost', events: [note(seq + 1, 'x')], recordedAt: MONDAY });
  expect(state.seq).toBe(seq + 1);
  expect(await differences()).toEqual([]);
});

test('messages are followed from being owed to being sent', async () => {
  const { db } = store;
  const state = await raised(db, { id: 'mail' });
  const intake = await acknowledging(db, state, MONDAY + 60_000);
  const { seq } = (await record(db, { escalationId: 'mail', events: intake, recordedAt: MONDAY })).state;
  const stateOf = async () => {
    const { rows } = await db.pool.query<{ state: string; message_id: string | null; channel: string }>(
      `select state, message_id, channel from read.messages where escalation_id = 'mail' and id = 'intake.1'`,
    );
    return rows[0];
  };
  expect(await stateOf()).toEqual({ state: 'pending', message_id: null, channel: 'mail' });
  const data = { deliveryId: 'intake.1', step: 'intake', round: 1, summary: 'Sent.', result: { messageId: '<1@x>' } };
  const done = { seq: seq + 1, at: MONDAY, actor: null, type: 'step.carried-out' as const, data };
  await record(db, { escalationId: 'mail', events: [done], recordedAt: MONDAY });
  expect(await stateOf()).toEqual({ state: 'sent', message_id: '<1@x>', channel: 'mail' });
  expect(await differences()).toEqual([]);
});

test('whatever overlapping pieces a story is told in, and in whatever order, its journal is the same', async () => {
  const { db } = store;
  let told = 0;
  const piece = fc.record({ from: fc.nat(14), length: fc.integer({ min: 1, max: 14 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const id = `pieces-${(told += 1)}`;
      const events = await raising(db, { id });
      const all = [...events, ...Array.from({ length: 12 }, (_, index) => note(events.length + 1 + index, `${index}`))];
      const windows = pieces.map(({ from, length }) => all.slice(from, from + length));
      const outcomes = await Promise.allSettled(
        [...windows, all].map((window) => record(db, { escalationId: id, events: window, recordedAt: MONDAY })),
      );
      const failures = outcomes.flatMap((outcome) =>
        outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
      );
      failures.forEach((failure) => expect(failure).toBeInstanceOf(JournalGap));
      expect((await readAll(db, id)).map(({ seq, data }) => ({ seq, data }))).toEqual(
        all.map(({ seq, data }) => ({ seq, data })),
      );
    }),
    { numRuns: 60 },
  );
  expect(await differences()).toEqual([]);
});
