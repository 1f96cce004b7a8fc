import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { apiWithout } from './api-without';
import { acknowledgment, complaint, raise, slugOf } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

interface Readiness {
  status: string;
  dependencies: Record<string, { state: string }>;
}

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api'] });
  api = await validatedApi(world);
});

afterAll(() => world.close());

describe('while no worker runs', () => {
  it('says so within its time, and a retry with the same key gets the answer once there is one', async () => {
    const raised = await raise(api);
    const ready = await api.as(null).get<Readiness>('/readyz');
    expect([ready.status, ready.body.dependencies.worker?.state]).toEqual([503, 'down']);
    const body = { ownerId: 'owner-anneke', acknowledgment };
    const intake = () =>
      api.as('manager-ines').post(`/v1/escalations/${raised.id}/steps/intake`, body, { 'Idempotency-Key': 'patience' });
    const startedAt = Date.now();
    const silent = await intake();
    expect(Date.now() - startedAt).toBeLessThan(20_000);
    expect([silent.status, slugOf(silent)]).toEqual([503, 'unavailable']);
    expect(Number(silent.headers['retry-after'])).toBeGreaterThan(0);
    await world.start('worker');
    const answered = await intake();
    expect([answered.status, answered.body.owner?.id]).toEqual([200, 'owner-anneke']);
    const path = `/v1/escalations/${raised.id}/timeline?limit=1000`;
    const { items } = (await api.as('manager-ines').get<{ items: { type: string }[] }>(path)).body;
    expect(items.filter(({ type }) => type === 'step.completed')).toHaveLength(1);
  }, 90_000);
});

describe('while Temporal cannot be reached', () => {
  it('reads go on, changes are told to come again, and nothing is half raised', async () => {
    const raised = await raise(api, { externalRef: 'crm:known' });
    const cut = await apiWithout(world, { TEMPORAL_ADDRESS: '127.0.0.1:1' });
    expect((await cut.as('manager-ines').get(`/v1/escalations/${raised.id}`)).status).toBe(200);
    const ready = await cut.as(null).get<Readiness>('/readyz');
    expect([ready.status, ready.body.dependencies.temporal?.state]).toEqual([503, 'down']);
    const body = complaint({ externalRef: 'crm:half' });
    const [refused, noted] = await Promise.all([
      cut.as('agent-tomasz').post('/v1/escalations', body, { 'Idempotency-Key': 'half' }),
      cut.as('manager-ines').post(`/v1/escalations/${raised.id}/commands/add-note`, { note: 'x' }),
    ]);
    for (const answer of [refused, noted]) {
      expect([answer.status, slugOf(answer)]).toEqual([503, 'unavailable']);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
    const known = await cut.as('agent-tomasz').post('/v1/escalations', complaint({ externalRef: 'crm:known' }));
    expect([known.status, known.body.id]).toEqual([200, raised.id]);
    const list = await api.as('manager-ines').get<{ items: unknown[] }>('/v1/escalations?q=crm:half');
    expect(list.body.items).toEqual([]);
    const retried = await api.as('agent-tomasz').post('/v1/escalations', body, { 'Idempotency-Key': 'half' });
    expect(retried.status).toBe(201);
  }, 90_000);
});

describe('while the database cannot be reached', () => {
  it('lives, is not ready, and answers everything else with a problem', async () => {
    const cut = await apiWithout(world, { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' });
    expect((await cut.as(null).get('/healthz')).status).toBe(200);
    const ready = await cut.as(null).get<Readiness>('/readyz');
    expect([ready.status, ready.body.dependencies.postgres?.state]).toEqual([503, 'down']);
    for (const path of ['/v1/me', '/v1/escalations', '/v1/stream']) {
      const answer = await cut.as('manager-ines').get(path);
      expect([answer.status, slugOf(answer)]).toEqual([503, 'unavailable']);
      expect(answer.headers['retry-after']).toBeDefined();
    }
  });
});
