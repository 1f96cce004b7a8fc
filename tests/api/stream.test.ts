import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { readEvents, type EventReader } from './event-reader';
import { acknowledged, command, customerUpdate, findings, later, raise, slugOf, step } from './stories';
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

  it('says what happened as the timeline does, with the ref and the level', async () => {
    const reader = await read('manager-ines');
    const raised = await raise(api);
    const noted = await command(api, 'agent-tomasz', raised, 'add-note', { note: 'They called again.' });
    await reader.until(({ events }) => events.some(({ data }) => data.id === raised.id && data.seq === noted.seq));
    const mine = reader.events.filter(({ data }) => data.id === raised.id).map(({ data }) => data);
    expect(mine.map(({ ref, level }) => [ref, level])).toEqual(mine.map(() => [raised.ref, 'P1']));
    const { body } = await api
      .as('manager-ines')
      .get<{ items: { seq: number; summary: string }[] }>(`/v1/escalations/${raised.id}/timeline`);
    const told = body.items.filter(({ seq }) => mine.find((one) => one.seq === seq)?.text !== undefined);
    expect(told.length).toBeGreaterThan(2);
    expect(told.map(({ summary }) => summary)).toEqual(mine.flatMap(({ text }) => text ?? []));
  });

  it('tells somebody of what they come to take part in, from the deed on that makes it so', async () => {
    const engineer = await read('engineer-mirko');
    const begun = await acknowledged(api);
    await step(api, 'owner-anneke', begun, 'investigation', findings);
    const [update, dueAt] = [customerUpdate(''), new Date(Date.now() + 86_400_000).toISOString()];
    const commitments = [{ text: 'The job is switched off', dueAt, responsibleId: 'engineer-mirko' }];
    const promised = await step(api, 'owner-anneke', begun, 'customer-update', { ...update, commitments });
    await engineer.until(({ events }) => events.some(({ data }) => data.id === begun.id && data.seq >= promised.seq));
    expect(engineer.events.map(({ data }) => data.type)).toContain('commitment.made');
    expect(engineer.events.map(({ data }) => data.type)).not.toContain('escalation.raised');
  });

  it('tells a day of an escalation to fifty readers at once', async () => {
    const many = await Promise.all(Array.from({ length: 50 }, () => read('manager-grant')));
    const raised = await raise(api);
    const after = await later(api, raised, 'P1D');
    await Promise.all(
      many.map((reader) =>
        reader.until(({ events }) => events.some(({ data }) => data.id === raised.id && data.seq >= after.seq)),
      ),
    );
    const day = Array.from({ length: after.seq }, (_, index) => index + 1);
    for (const { events } of many) {
      const mine = events.filter(({ data }) => data.id === raised.id && data.seq <= after.seq);
      expect(mine.map(({ data }) => data.seq)).toEqual(day);
    }
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
