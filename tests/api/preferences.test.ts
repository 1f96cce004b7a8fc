import type { PreferencesView } from '../../services/api/views/preferences.schema';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { pointersOf } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api'] });
  api = await validatedApi(world);
});

afterAll(() => world.close());

const PATH = '/v1/me/preferences';

const unchanged: PreferencesView = {
  theme: 'system',
  times: 'relative',
  timeZone: null,
  hour12: null,
  reducedMotion: false,
  tourSeen: false,
};

const read = async (as: string) => (await api.as(as).get<PreferencesView>(PATH)).body;
const write = (as: string, body: unknown) => api.as(as).put<PreferencesView>(PATH, body);

it('holds for one person what they chose, and for the others what they began with', async () => {
  expect(await read('owner-anneke')).toEqual(unchanged);
  const chosen: PreferencesView = {
    ...{ theme: 'dark', times: 'absolute', timeZone: 'Asia/Kolkata' },
    ...{ hour12: true, reducedMotion: true, tourSeen: true },
  };
  expect((await write('owner-anneke', chosen)).body).toEqual(chosen);
  expect((await write('owner-anneke', { ...chosen, theme: 'light' })).status).toBe(200);
  expect(await read('owner-anneke')).toEqual({ ...chosen, theme: 'light' });
  expect(await read('owner-ravi')).toEqual(unchanged);
});

it.each([
  [{ theme: 'sepia' }, '#/theme'],
  [{ timeZone: 'Mars/Olympus' }, '#/timeZone'],
  [{ timeZone: 'Europe/Berlin/'.repeat(8) }, '#/timeZone'],
  [{ hour12: 'no' }, '#/hour12'],
  [{ tourSeen: undefined }, '#/tourSeen'],
  [{ colour: 'red' }, '#/colour'],
])('refuses %j and keeps what was chosen', async (wrong, pointer) => {
  const answer = await write('vp-marguerite', { ...unchanged, ...wrong });
  expect([answer.status, new Set(pointersOf(answer))]).toEqual([422, new Set([pointer])]);
  expect(await read('vp-marguerite')).toEqual(unchanged);
});

it('says which methods there are, and asks who is there', async () => {
  const other = await api.as('owner-anneke').send('delete', PATH, {});
  expect([other.status, other.headers.allow]).toEqual([405, 'GET, HEAD, PUT']);
  expect((await api.as(null).send('put', PATH, { body: unchanged })).status).toBe(401);
});
