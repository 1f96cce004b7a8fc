import { DateTime } from 'luxon';
import type { TotalsView } from '../../services/api/views/totals.schema';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { acknowledged, command, customerUpdate, findings, later, raise, slugOf, step } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
});

afterAll(() => world.close());

const totals = async (query = '', as = 'manager-ines') =>
  (await api.as(as).get<TotalsView>(`/v1/totals?${query}`)).body;

async function count(query: string, as = 'manager-ines'): Promise<number> {
  const { body } = await api.as(as).get<{ total?: number }>(`/v1/escalations?total=true&limit=1&${query}`);
  return body.total ?? -1;
}

/** What each count says by another name: the list's own filter. */
const FILTER_OF = {
  total: '',
  overdue: 'overdue=true',
  dueWithinHour: 'due_within=PT1H',
  unacknowledged: 'acknowledged=false',
  nobodyNotified: 'unheard=true',
  breached: 'breached=true',
} as const;

it('counts nothing where there is nothing, every step and level with a nought', async () => {
  const none = await totals();
  expect(none).toMatchObject({ total: 0, overdue: 0, commitmentsDueToday: 0 });
  expect(none.byStage.map(({ stage }) => stage)).toEqual([
    ...['intake', 'investigation', 'solution', 'customer-update', 'closure', 'check-in'],
  ]);
  expect(none.byLevel).toEqual(['P1', 'P2', 'P3', 'P4'].map((level) => ({ level, count: 0 })));
});

it('gives with every count what the list gives with that filter, whatever else is asked', async () => {
  await raise(api);
  await raise(api, { severity: 'usability', account: { name: 'Contoso Bakery', tier: 'small' } });
  await later(api, await raise(api), 'PT1H30M');
  await later(api, await raise(api), 'PT2H40M');
  const kept = await acknowledged(api);
  await command(api, 'manager-ines', await raise(api), 'withdraw', { reason: 'Raised by mistake' });
  for (const query of ['', 'open=true', 'open=true&severity=billing', 'door=api&tier=small', 'ownerId=owner-anneke']) {
    const told = await totals(query);
    for (const [name, filter] of Object.entries(FILTER_OF)) {
      const listed = await count(`${query}&${filter}`);
      expect([query, name, told[name as keyof typeof FILTER_OF]]).toEqual([query, name, listed]);
    }
    for (const { stage, count: some, overdue } of told.byStage) {
      expect([stage, some]).toEqual([stage, await count(`${query}&stage=${stage}`)]);
      expect([stage, overdue]).toEqual([stage, await count(`${query}&overdue=true&stage=${stage}`)]);
    }
    for (const { level, count: some } of told.byLevel) {
      expect([level, some]).toEqual([level, await count(`${query}&level=${level}`)]);
    }
  }
  expect(await totals('open=true')).toMatchObject({
    total: 5,
    overdue: 1,
    dueWithinHour: 1,
    unacknowledged: 4,
    breached: 1,
  });
  expect(await totals(`q=${kept.ref}`)).toMatchObject({ total: 1, unacknowledged: 0 });
});

it('counts the promises of today by the day of whoever asks, and the list finds them', async () => {
  const started = await acknowledged(api);
  await step(api, 'owner-anneke', started, 'investigation', findings);
  const now = Date.parse(started.now);
  // A day that is the same in the zone of the asker as long as the promise is within it.
  const zone = DateTime.fromMillis(now).toUTC().hour < 12 ? 'Etc/UTC' : 'Etc/GMT+11';
  const preferences = { theme: 'system', times: 'relative', hour12: null, reducedMotion: false, tourSeen: false };
  const sees = (timeZone: string) =>
    api.as('manager-ines').send('put', '/v1/me/preferences', { body: { ...preferences, timeZone } });
  const inTwoHours = new Date(now + 2 * 3_600_000).toISOString();
  await step(api, 'owner-anneke', started, 'customer-update', customerUpdate(inTwoHours));
  await sees(zone);
  expect((await totals('open=true')).commitmentsDueToday).toBe(1);
  expect(await count(`promised_today=true&q=${started.ref}`)).toBe(1);
  expect((await totals('promised_today=true')).total).toBe(1);
  // Where it is eleven at night the promise is for tomorrow.
  const { hour } = DateTime.fromMillis(now).toUTC();
  await sees(hour < 12 ? `Etc/GMT+${hour + 1}` : `Etc/GMT-${23 - hour}`);
  expect((await totals('open=true')).commitmentsDueToday).toBe(0);
  // Its day has passed by the time of the escalation itself; it is still owed.
  await sees(zone);
  await later(api, started, 'P2D');
  expect(await totals(`q=${started.ref}`)).toMatchObject({ commitmentsDueToday: 0, overdue: 1 });
});

it('counts for each only what they may see, and refuses what the list refuses', async () => {
  expect(await totals('', 'agent-lakshmi')).toMatchObject({ total: 0, overdue: 0 });
  expect((await totals('', 'agent-tomasz')).total).toBe(await count('', 'agent-tomasz'));
  expect(slugOf(await api.as(null).get('/v1/totals'))).toBe('unauthenticated');
  for (const query of ['sort=urgency', 'limit=3', 'level=P9', 'colour=red']) {
    expect(slugOf(await api.as('manager-ines').get(`/v1/totals?${query}`))).toBe('invalid-query');
  }
});
