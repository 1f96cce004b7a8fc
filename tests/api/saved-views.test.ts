import type { SavedView } from '../../services/api/views/saved-view.schema';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { pointersOf, slugOf } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api'] });
  api = await validatedApi(world);
});

afterAll(() => world.close());

const views = async (as: string) => (await api.as(as).get<{ items: SavedView[] }>('/v1/views')).body.items;
const own = async (as: string) => (await views(as)).filter(({ id }) => !id.startsWith('default:'));

async function save(as: string, body: Partial<SavedView>): Promise<SavedView> {
  const answer = await api
    .as(as)
    .post<SavedView>('/v1/views', { name: 'Enterprise', search: 'tier=enterprise', ...body });
  expect(answer.status).toBe(201);
  return answer.body;
}

const change = (as: string, id: string, body: unknown) => api.as(as).put<SavedView>(`/v1/views/${id}`, body);
const remove = (as: string, id: string) => api.as(as).send<string>('delete', `/v1/views/${id}`, {});

it('everybody has the views that come with Upstairs, each a query that the list understands', async () => {
  const shipped = await views('agent-tomasz');
  expect(shipped.map(({ name }) => name)).toEqual(['On fire', 'Unacknowledged', 'My escalations']);
  for (const { id, search } of shipped) {
    expect((await api.as('agent-tomasz').get(`/v1/escalations?${search}`)).status).toBe(200);
    const body = { name: 'Mine', search: '' };
    for (const answer of [await change('vp-marguerite', id, body), await remove('vp-marguerite', id)]) {
      expect([answer.status, slugOf(answer)]).toEqual([403, 'not-allowed']);
    }
  }
});

it('a view is saved, changed and deleted, and nobody else sees what is not shared', async () => {
  const saved = await save('owner-ravi', {});
  expect(saved).toMatchObject({ shared: false, owner: { id: 'owner-ravi', name: 'Ravi Tanwar' }, mayChange: true });
  expect(await own('owner-ravi')).toEqual([saved]);
  expect(await own('manager-grant')).toEqual([]);
  for (const answer of [
    await change('manager-grant', saved.id, { name: 'x', search: '' }),
    await remove('manager-grant', saved.id),
  ]) {
    expect([answer.status, slugOf(answer)]).toEqual([404, 'not-found']);
  }
  const changed = { name: 'Überall – مرحبا', search: 'q=%C3%BCber%20all&level=P1,P2', shared: true };
  expect((await change('owner-ravi', saved.id, changed)).body).toEqual({ ...saved, ...changed });
  expect(await own('owner-ravi')).toEqual([{ ...saved, ...changed }]);
  expect((await remove('owner-ravi', saved.id)).status).toBe(204);
  expect((await remove('owner-ravi', saved.id)).status).toBe(404);
  expect(await own('owner-ravi')).toEqual([]);
});

it('a shared view is for all to see, for its owner and for managers to change', async () => {
  const shared = await save('owner-june', { shared: true });
  expect(await own('agent-lakshmi')).toEqual([{ ...shared, mayChange: false }]);
  expect(slugOf(await remove('agent-lakshmi', shared.id))).toBe('not-allowed');
  expect(slugOf(await change('owner-ravi', shared.id, { name: 'x', search: '' }))).toBe('not-allowed');
  expect((await own('owner-ravi'))[0]?.name).toBe('Enterprise');
  expect((await own('director-howard'))[0]?.mayChange).toBe(true);
  expect((await remove('director-howard', shared.id)).status).toBe(204);
  expect(await own('owner-june')).toEqual([]);
});

it('a retry with the same key saves one view', async () => {
  const body = { name: 'Once', search: 'level=P1' };
  const send = () => api.as('csm-paloma').post<SavedView>('/v1/views', body, { 'Idempotency-Key': 'save-once' });
  expect((await send()).body).toEqual((await send()).body);
  expect(await own('csm-paloma')).toHaveLength(1);
});

it('a person has a hundred at most, however many are saved at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 104 }, (_, index) =>
      api.as('csm-bashir').post<SavedView>('/v1/views', { name: `View ${index}`, search: '' }),
    ),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(100);
  expect(new Set(answers.filter(({ status }) => status !== 201).map(slugOf))).toEqual(new Set(['too-many-views']));
  expect(await own('csm-bashir')).toHaveLength(100);
});

it.each([
  [{ name: '' }, '#/name'],
  [{ name: 'x'.repeat(81) }, '#/name'],
  [{ name: 'two\nlines' }, '#/name'],
  [{ search: '?level=P1' }, '#/search'],
  [{ search: 'level=P1#part' }, '#/search'],
  [{ search: 'q=%E0%A4' }, '#/search'],
  [{ search: 'q=%00' }, '#/search'],
  [{ search: 'javascript:alert(1)' }, '#/search'],
  [{ search: 'https://elsewhere.example/' }, '#/search'],
  [{ shared: 'yes' }, '#/shared'],
  [{ colour: 'red' }, '#/colour'],
])('refuses %j', async (wrong, pointer) => {
  const answer = await api.as('vp-marguerite').post('/v1/views', { name: 'View', search: '', ...wrong });
  expect([answer.status, new Set(pointersOf(answer))]).toEqual([422, new Set([pointer])]);
  expect(await own('vp-marguerite')).toEqual([]);
});

it('takes a search of 2,000 characters, and no more', async () => {
  const send = (search: string) => api.as('admin-pavel').post('/v1/views', { name: 'Long', search });
  expect((await send(`q=${'x'.repeat(1_998)}`)).status).toBe(201);
  expect((await send(`q=${'x'.repeat(1_999)}`)).status).toBe(422);
});

it('answers for what is no id, and for other methods', async () => {
  for (const id of ['nothing', '%00', "'%20or%201=1", '00000000-0000-0000-0000-000000000000']) {
    expect([
      (await remove('vp-marguerite', id)).status,
      (await change('vp-marguerite', id, { name: 'x', search: '' })).status,
    ]).toEqual([404, 404]);
  }
  const other = await api.as('vp-marguerite').send('patch', '/v1/views/x', { body: {} });
  expect([other.status, other.headers.allow]).toEqual([405, 'PUT, DELETE']);
});
