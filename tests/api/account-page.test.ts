import type { AccountView } from '../../services/api/views/account.schema';
import { byMonth } from '../../services/api/account/by-month';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { acknowledged, answered, closed, closure, command, later, raise, slugOf, step } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
});

afterAll(() => world.close());

const page = (as: string, id: string) => api.as(as).get<AccountView>(`/v1/accounts/${id}`);
const account = (name: string) => ({
  account: { name, tier: 'enterprise', arr: { amount: 48_000_000, currency: 'USD' }, csmId: 'csm-bashir' },
});

describe("an account's page", () => {
  it('tells what was promised, what came late, what the customer said, and why it happened', async () => {
    const shut = await closed(api, account('Meridian Rail'));
    await step(api, 'csm-bashir', shut, 'check-in', {
      ...{ reached: true, note: 'They stay.', improved: true, rating: 4, quote: 'At last somebody called.' },
    });
    const second = await answered(api, account('Meridian Rail'));
    await later(api, second, 'P2D');
    await command(api, 'owner-anneke', second, 'keep-commitment', { commitmentId: 'c1', note: 'Late, but done.' });
    await step(api, 'owner-anneke', second, 'closure', { ...closure, rootCause: 'sla-breach' });
    await later(api, second, 'P1D');
    await step(api, 'csm-bashir', second, 'check-in', { reached: false, note: 'Voicemail.' });
    const late = await raise(api, account('Meridian Rail'));
    await later(api, late, 'PT3H');

    const { body } = await page('csm-bashir', shut.account.id);
    expect(body.account).toMatchObject({
      ...{ name: 'Meridian Rail', tier: 'enterprise', csm: { id: 'csm-bashir', name: 'Bashir Lund' } },
    });
    expect(body.figures).toEqual({
      ...{ open: 2, all: 3, keptPromises: 1, brokenPromises: 1, averageRating: 4, lastRating: 4 },
      ...{ replacedPromises: 0, movedPromises: 0 },
      breaches: body.breaches.length,
    });
    expect(body.escalations.map(({ ref }) => ref)).toEqual([late.ref, second.ref, shut.ref]);
    expect(body.checkIns).toEqual([
      expect.objectContaining({ ref: second.ref, reached: false, rating: null, note: 'Voicemail.' }),
      expect.objectContaining({ ref: shut.ref, reached: true, rating: 4, quote: 'At last somebody called.' }),
    ]);
    expect(body.promises.map(({ ref, state, responsible }) => [ref, state, responsible.name])).toEqual([
      [second.ref, 'kept', 'Anneke Voss'],
      [shut.ref, 'kept', 'Anneke Voss'],
    ]);
    const promised = body.breaches.find(({ clockId }) => clockId === 'commitment:c1');
    expect(promised).toMatchObject({ ref: second.ref, lateness: expect.stringMatching(/^P(1D|T23H)/) });
    expect(body.breaches.find(({ ref }) => ref === late.ref)).toMatchObject({
      ...{ clockId: 'intake', metAt: null, lateness: null },
    });
    expect(body.rootCauses).toEqual([
      { rootCause: 'product-bug', count: 1 },
      { rootCause: 'sla-breach', count: 1 },
    ]);
    expect(body.byMonth).toHaveLength(12);
    expect(body.byMonth.reduce((sum, { raised }) => sum + raised, 0)).toBe(3);
    expect(body.byMonth.reduce((sum, { breaches }) => sum + breaches, 0)).toBe(body.breaches.length);
  });

  it('counts what was done in time and only recorded late as no breach', async () => {
    const raised = await raise(api, account('Punctual Ltd'));
    const passed = await later(api, raised, 'PT3H');
    expect((await page('manager-ines', raised.account.id)).body.figures.breaches).toBe(1);
    const occurredAt = new Date(Date.parse(passed.receivedAt) + 3_600_000).toISOString();
    const call = { channel: 'phone', body: 'I took it on myself; Anneke Voss owns it.', occurredAt };
    await step(api, 'manager-ines', raised, 'intake', { ownerId: 'owner-anneke', acknowledgment: call });
    const { figures, breaches } = (await page('manager-ines', raised.account.id)).body;
    expect(breaches.filter(({ clockId }) => clockId === 'intake')).toEqual([]);
    expect(figures.breaches).toBe(breaches.length);
  });

  it('shows an agent only what they raised, and hides that there is more', async () => {
    const theirs = await acknowledged(api, account('Shared Ltd'));
    const answer = await api
      .as('manager-ines')
      .post('/v1/escalations', { ...account('Shared Ltd'), summary: 'Another', door: 'csm' });
    expect(answer.status).toBe(201);
    const seen = await page('agent-tomasz', theirs.account.id);
    expect([seen.body.figures.all, seen.body.escalations.map(({ id }) => id)]).toEqual([1, [theirs.id]]);
    expect((await page('manager-ines', theirs.account.id)).body.figures.all).toBe(2);
    for (const id of [theirs.account.id, 'nobody', '%00', "'%20or%201=1"]) {
      const stranger = await page('agent-lakshmi', id);
      expect([stranger.status, slugOf(stranger)]).toEqual([404, 'not-found']);
    }
  });

  it('is there without any escalation for those who see all', async () => {
    const name = 'Quiet Customer';
    await api.as('admin-pavel').post('/v1/accounts', { accounts: [{ name }] });
    const { items } = (await api.as('admin-pavel').get<{ items: { id: string }[] }>('/v1/accounts?q=quiet%20cust'))
      .body;
    const id = items[0]?.id ?? '';
    expect((await page('csm-paloma', id)).body.figures).toMatchObject({ all: 0, averageRating: null });
    expect((await page('agent-tomasz', id)).status).toBe(404);
  });
});

describe('the months', () => {
  it('are twelve, also over the end of a year, and count each moment in its own', () => {
    const until = Date.UTC(2026, 1, 28);
    const months = byMonth([Date.UTC(2026, 0, 31, 23), Date.UTC(2025, 2, 1), Date.UTC(2024, 1, 1)], [until], until);
    expect([months[0]?.month, months.at(-1)?.month, months.length]).toEqual(['2025-03', '2026-02', 12]);
    expect(months.filter(({ raised }) => raised > 0).map(({ month }) => month)).toEqual(['2025-03', '2026-01']);
    expect(months.at(-1)?.breaches).toBe(1);
  });
});
