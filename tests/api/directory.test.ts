import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { pointersOf, raise, slugOf } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker'] });
  api = await validatedApi(world);
});

afterAll(() => world.close());

const somebody = {
  id: 'owner-tove',
  name: 'Tove Brandvold',
  title: 'Senior Support Engineer',
  email: 'tove.brandvold@upstairs.example',
  roles: ['owner'],
  function: 'support',
  managerId: 'manager-ines',
  zone: 'Europe/Oslo',
};

describe('people', () => {
  it('are listed page by page, and by role', async () => {
    const first = await api.as('agent-tomasz').get<Page<{ id: string }>>('/v1/people?limit=5');
    const second = await api
      .as('agent-tomasz')
      .get<Page<{ id: string }>>(`/v1/people?limit=200&cursor=${first.body.nextCursor}`);
    expect(first.body.items).toHaveLength(5);
    expect(first.body.items.length + second.body.items.length).toBe(world.people.length);
    const managers = await api.as('agent-tomasz').get<Page<{ id: string }>>('/v1/people?role=manager');
    expect(managers.body.items.map(({ id }) => id)).toEqual(['manager-grant', 'manager-ines']);
  });

  it('are written by an admin only, and the same list again changes nothing', async () => {
    const write = (as: string) => api.as(as).post<{ changed: number }>('/v1/people', { people: [somebody] });
    expect(slugOf(await write('manager-ines'))).toBe('not-allowed');
    expect((await write('admin-pavel')).body).toMatchObject({ changed: 1, unchanged: 0 });
    expect((await write('admin-pavel')).body).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it.each([
    ['a zone that is none', { ...somebody, zone: 'Mars/Olympus' }, 'malformed', '#/people/0/zone'],
    ['a role that is none', { ...somebody, roles: ['king'] }, 'unknown-value', '#/people/0/roles/0'],
    ['a manager whom nobody knows', { ...somebody, managerId: 'nobody' }, 'unknown-person', '#/people/0/managerId'],
    ['no roles', { ...somebody, roles: [] }, 'malformed', '#/people/0/roles'],
  ])('%s is refused', async (_name, person, slug, pointer) => {
    const answer = await api.as('admin-pavel').post('/v1/people', { people: [person] });
    expect([answer.status, slugOf(answer), pointersOf(answer)]).toEqual([422, slug, [pointer]]);
  });
});

describe('accounts', () => {
  it('are written by an admin, listed by name, and known to what is raised', async () => {
    const accounts = [
      { name: 'Adatum', tier: 'mid-market', csmId: 'csm-paloma' },
      { name: 'Bellows College', arr: { amount: 100, currency: 'EUR' } },
    ];
    expect(slugOf(await api.as('owner-ravi').post('/v1/accounts', { accounts }))).toBe('not-allowed');
    const written = await api.as('admin-pavel').post('/v1/accounts', { accounts });
    expect(written.body).toEqual({ created: 2, updated: 0, unchanged: 0 });
    const first = await api.as('agent-tomasz').get<Page<{ name: string }>>('/v1/accounts?limit=1');
    const second = await api
      .as('agent-tomasz')
      .get<Page<{ name: string }>>(`/v1/accounts?limit=1&cursor=${first.body.nextCursor}`);
    expect([first, second].flatMap(({ body }) => body.items.map(({ name }) => name))).toEqual([
      'Adatum',
      'Bellows College',
    ]);
    const raised = await raise(api, { account: { name: 'ADATUM' } });
    expect(raised.account).toMatchObject({ tier: 'mid-market', csmId: 'csm-paloma' });
  });

  it('have a CSM who is one', async () => {
    for (const [csmId, slug] of [
      ['nobody', 'unknown-person'],
      ['owner-ravi', 'not-eligible'],
    ]) {
      const answer = await api.as('admin-pavel').post('/v1/accounts', { accounts: [{ name: 'C', csmId }] });
      expect([answer.status, slugOf(answer), pointersOf(answer)]).toEqual([422, slug, ['#/accounts/0/csmId']]);
    }
  });
});

describe('policies', () => {
  it('show the numbers in force, with lengths of time as durations', async () => {
    const present = await api.as('agent-tomasz').get<object>('/v1/policies/current');
    expect(present.body).toMatchObject({
      current: true,
      policy: { rungEvery: 'PT30M', keepInformed: { P1: 'P1D', P4: 'P2D' } },
    });
  });
});

describe('keys', () => {
  it('are shown once, hold at once, and no longer once revoked', async () => {
    const admin = api.as('admin-pavel');
    const made = await admin.post<{ id: string; key: string }>('/v1/keys', { personId: 'owner-ravi', label: 'script' });
    expect(made.status).toBe(201);
    const { id, key } = made.body;
    expect((await api.withKey(key).get('/v1/me')).body.id).toBe('owner-ravi');
    const listed = await admin.get<Page<{ id: string }>>('/v1/keys?personId=owner-ravi');
    expect(listed.body.items.map((one) => one.id)).toContain(id);
    expect(listed.text).not.toContain(key);
    expect((await admin.post<{ revoked: boolean }>(`/v1/keys/${id}/revoke`)).body).toEqual({ id, revoked: true });
    expect((await api.withKey(key).get('/v1/me')).status).toBe(401);
    expect(slugOf(await admin.post(`/v1/keys/${id}/revoke`))).toBe('not-found');
  });

  it('are for admins, and for people whom the directory knows', async () => {
    for (const path of ['/v1/keys', '/v1/keys/x/revoke']) {
      expect(slugOf(await api.as('vp-marguerite').post(path, { personId: 'owner-ravi', label: 'x' }))).toBe(
        'not-allowed',
      );
    }
    expect(slugOf(await api.as('vp-marguerite').get('/v1/keys'))).toBe('not-allowed');
    const answer = await api.as('admin-pavel').post('/v1/keys', { personId: 'nobody', label: 'x' });
    expect([slugOf(answer), pointersOf(answer)]).toEqual(['unknown-person', ['#/personId']]);
  });
});
