import { Writable } from 'node:stream';
import { EventStream } from '../../services/api/stream/event-stream';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { readEvents, type EventReader } from './event-reader';
import { command, later, raise, slugOf } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

let world: World;
let api: ValidatedApi;
let readers: EventReader[] = [];

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
});

afterEach(() => {
  for (const reader of readers) reader.close();
  readers = [];
});

afterAll(() => world.close());

async function read(personId: string, lastEventId?: number): Promise<EventReader> {
  const reader = await readEvents(world, personId, lastEventId);
  readers.push(reader);
  expect(reader.status).toBe(200);
  return reader;
}

describe('the stream', () => {
  it('tells every event once, in order, as it happens', async () => {
    const reader = await read('manager-ines');
    const raised = await raise(api);
    const noted = await command(api, 'agent-tomasz', raised, 'add-note', { note: 'They called again.' });
    await reader.until(({ events }) => events.length >= noted.seq);
    const mine = reader.events.filter(({ data }) => data.id === raised.id);
    expect(mine.map(({ data }) => data.seq)).toEqual(Array.from({ length: noted.seq }, (_, index) => index + 1));
    expect(mine[0]).toMatchObject({ event: 'escalation', data: { type: 'escalation.raised', at: raised.raisedAt } });
    const ids = reader.events.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('goes on after Last-Event-ID without gap or repetition', async () => {
    const first = await read('manager-ines');
    const raised = await raise(api);
    await first.until(({ events }) => events.length >= 2);
    const last = first.events[1];
    first.close();
    const noted = await command(api, 'agent-tomasz', raised, 'add-note', { note: 'While nobody listened.' });
    const second = await read('manager-ines', last?.id);
    await second.until(({ events }) => events.length >= noted.seq - 2);
    expect(second.events.map(({ data }) => data.seq)).toEqual(
      Array.from({ length: noted.seq - 2 }, (_, index) => index + 3),
    );
  });

  it('begins with an id to resume from, so that a break before the first event loses nothing', async () => {
    const first = await read('manager-ines');
    await first.until(({ lastId }) => lastId !== null);
    first.close();
    const raised = await raise(api);
    const second = await read('manager-ines', first.lastId ?? 0);
    await second.until(({ events }) => events.some(({ data }) => data.id === raised.id && data.seq === 1));
  });

  it('tells only what the person may see', async () => {
    const [other, mine] = [await read('agent-lakshmi'), await read('agent-tomasz')];
    const raised = await raise(api);
    await mine.until(({ events }) => events.length >= raised.seq);
    const theirs = await api
      .as('agent-lakshmi')
      .post('/v1/escalations', { account: { name: 'Z' }, summary: 'Mine', door: 'api' });
    await other.until(({ events }) => events.length > 0);
    expect(new Set(other.events.map(({ data }) => data.id))).toEqual(new Set([theirs.body.id]));
    expect(new Set(mine.events.map(({ data }) => data.id))).toEqual(new Set([raised.id]));
  });

  it('tells a day of an escalation to fifty readers at once', async () => {
    const many = await Promise.all(Array.from({ length: 50 }, () => read('manager-grant')));
    const raised = await raise(api);
    const after = await later(api, raised, 'P1D');
    await Promise.all(
      many.map((reader) => reader.until(({ events }) => events.some(({ data }) => data.seq >= after.seq))),
    );
    const told = new Set(many.map(({ events }) => JSON.stringify(events.map(({ id }) => id))));
    expect(told.size).toBe(1);
  });

  it('refuses an id that never was one', async () => {
    const answer = await api.as('manager-ines').get('/v1/stream', { 'Last-Event-ID': 'yesterday' });
    expect([answer.status, slugOf(answer)]).toEqual([400, 'invalid-request']);
    expect((await api.as(null).get('/v1/stream')).status).toBe(401);
  });

  it('starts from now for an id that is still to come', async () => {
    const reader = await read('manager-ines', 999_999_999);
    const raised = await raise(api);
    await reader.until(({ events }) => events.some(({ data }) => data.id === raised.id));
  });
});

describe('a reader who never reads', () => {
  it('is cut off, with no more than one batch waiting for them', async () => {
    const stuck = new Writable({ highWaterMark: 1_024, write: () => undefined });
    const stream = new EventStream(stuck, { heartbeatMs: 1_000, stalledAfterMs: 50 });
    let written = 0;
    while (!stream.over.aborted && written < 10_000) {
      for (let i = 0; i < 100; i += 1)
        stream.send('escalation', (written += 1), { id: 'x', seq: 1, type: 't', at: 'now' });
      await stream.ready();
    }
    expect(written).toBe(100);
    expect(stuck.destroyed).toBe(true);
  });

  it('is waited for while they are only slow', async () => {
    const seen: string[] = [];
    const slow = new Writable({
      highWaterMark: 64,
      write: (chunk: Buffer, _encoding, done) => {
        seen.push(chunk.toString());
        setTimeout(done, 5);
      },
    });
    const stream = new EventStream(slow, { heartbeatMs: 1_000, stalledAfterMs: 5_000 });
    for (let i = 0; i < 20; i += 1) {
      stream.send('escalation', i, { seq: i });
      await stream.ready();
    }
    expect(seen).toHaveLength(20);
    expect(stream.over.aborted).toBe(false);
  });
});
