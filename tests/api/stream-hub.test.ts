import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import type { Person } from '../../domain/people';
import { StreamHub } from '../../services/api/stream/hub';
import { readFeed } from '../../services/shared/store/journal-feed';
import { record } from '../../services/shared/store/recording';
import type { FreshStore } from '../store/fresh-store';
import { freshStore } from '../store/fresh-store';
import { note, person, raised } from '../store/told';

const PATIENCE = { heartbeatMs: 600, stalledAfterMs: 300 };
const log = pino({ level: 'silent' });

let store: FreshStore;
let hub: StreamHub;

beforeEach(async () => {
  store = await freshStore();
  hub = new StreamHub(store.db, log, PATIENCE);
});

afterEach(async () => {
  await hub.close();
  await store.close();
});

/** One who listens and remembers: the ids of the events in their order, and the last id of all. */
class Ear extends Writable {
  ids: number[] = [];
  lastId = 0;
  frames = '';

  constructor(private readonly readsAfterMs: number) {
    super({ highWaterMark: 1_024 });
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    const text = chunk.toString();
    this.frames += text;
    for (const frame of text.split('\n\n')) {
      const id = Number(/^id: (\d+)$/m.exec(frame)?.[1] ?? this.lastId);
      this.lastId = id;
      if (frame.startsWith('event: escalation')) this.ids.push(id);
    }
    if (this.readsAfterMs === 0) done();
    else if (Number.isFinite(this.readsAfterMs)) setTimeout(done, this.readsAfterMs);
  }
}

async function listen(who: string, position: number, readsAfterMs = 0): Promise<Ear> {
  const ear = new Ear(readsAfterMs);
  const somebody = await person(store.db, who);
  hub.add({ sink: ear, person: somebody, position, recheck: () => Promise.resolve(somebody) });
  return ear;
}

async function notes(id: string, seq: number, count: number): Promise<void> {
  const events = Array.from({ length: count }, (_, index) => note(seq + 1 + index, `note ${index}`));
  await record(store.db, { escalationId: id, events, recordedAt: Date.now() });
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 1_000) throw new Error('it never came');
    await pause(10);
  }
}

const allIds = async () => (await readFeed(store.db, 0, 100_000)).map(({ position }) => position);

test('one who never reads holds one batch at most and is cut off; everybody else hears everything', async () => {
  const { seq } = await raised(store.db, { id: 'busy' });
  await notes('busy', seq, 1_000);
  hub.start();
  const stuck = await listen('vp-marguerite', 0, Infinity);
  const slow = await listen('vp-marguerite', 0, 5);
  const quick = await listen('manager-ines', 0);
  await until(() => quick.ids.length === seq + 1_000);
  expect(stuck.destroyed).toBe(false);
  expect(stuck.writableLength).toBeLessThan(50_000);
  await until(() => stuck.destroyed);
  await until(() => slow.ids.length === seq + 1_000);
  expect(slow.ids).toEqual(await allIds());
  expect(quick.ids).toEqual(slow.ids);
});

test('one who comes back from further than memory reaches misses nothing, also of what happens meanwhile', async () => {
  const { seq } = await raised(store.db, { id: 'long' });
  for (let told = 0; told < 6_000; told += 1_000) await notes('long', seq + told, 1_000);
  hub.start();
  const back = await listen('director-howard', 3);
  for (let told = 6_000; told < 6_300; told += 100) await notes('long', seq + told, 100);
  await until(() => back.ids.length >= seq + 6_300 - 3);
  expect(back.ids).toEqual((await allIds()).filter((id) => id > 3));
});

test('a sign of life moves one along who may see nothing of what happens', async () => {
  hub.start();
  const stranger = await listen('agent-lakshmi', 0);
  const { seq } = await raised(store.db, { id: 'foreign', byId: 'agent-tomasz' });
  const newest = (await allIds()).at(-1);
  await until(() => stranger.lastId === newest);
  expect(stranger.ids).toEqual([]);
  expect(seq).toBeGreaterThan(1);
});

test('one who may see some of what happened at once hears that alone', async () => {
  const byId = { 'agent-tomasz': 0, 'agent-lakshmi': 0 };
  for (const [index, who] of (['agent-tomasz', 'agent-lakshmi', 'agent-tomasz'] as const).entries()) {
    byId[who] += (await raised(store.db, { id: `mixed-${index}`, byId: who })).seq;
  }
  hub.start();
  const [tomasz, lakshmi] = [await listen('agent-tomasz', 0), await listen('agent-lakshmi', 0)];
  await until(() => tomasz.ids.length >= byId['agent-tomasz'] && lakshmi.ids.length >= byId['agent-lakshmi']);
  expect([...tomasz.ids, ...lakshmi.ids].sort((a, b) => a - b)).toEqual(await allIds());
});

test('who may not listen any more is sent away, and a role that was lost is a view that was lost', async () => {
  hub.start();
  const [gone, lesser] = [new Ear(0), new Ear(0)];
  const manager = await person(store.db, 'manager-ines');
  let now: Person | null = manager;
  hub.add({ sink: gone, person: manager, position: 0, recheck: () => Promise.resolve(now) });
  const demoted = { ...manager, roles: [] };
  hub.add({ sink: lesser, person: manager, position: 0, recheck: () => Promise.resolve(demoted) });
  const { seq } = await raised(store.db, { id: 'before' });
  await until(() => gone.ids.length === seq && lesser.ids.length === seq);
  await until(() => lesser.frames.split(': heartbeat').length > 2);
  now = null;
  await until(() => gone.writableEnded);
  await raised(store.db, { id: 'after' });
  const newest = (await allIds()).at(-1);
  await until(() => lesser.lastId === newest);
  expect([gone.ids.length, lesser.ids.length]).toEqual([seq, seq]);
});

test('while the journal cannot be read no sign of life says that all is told; then everything arrives', async () => {
  hub.start();
  const ear = await listen('manager-ines', 0);
  await until(() => ear.frames.split(': heartbeat').length > 2);
  await store.db.pool.query('alter table upstairs.journal rename to away');
  await store.db.pool.query(`select pg_notify('upstairs_journal', '1')`);
  await pause(PATIENCE.heartbeatMs);
  const silent = ear.frames;
  await pause(2 * PATIENCE.heartbeatMs);
  expect(ear.frames).toBe(silent);
  await store.db.pool.query('alter table upstairs.away rename to journal');
  const { seq } = await raised(store.db, { id: 'late' });
  await until(() => ear.ids.length === seq);
  await until(() => ear.frames.length > silent.length && ear.frames.endsWith(`: heartbeat\nid: ${ear.lastId}\n\n`));
});

test('those who are ended with the process hear so in order', async () => {
  hub.start();
  const ear = await listen('manager-ines', 0);
  hub.end();
  await until(() => ear.writableFinished);
  const late = await listen('manager-ines', 0);
  await until(() => late.writableFinished);
});
