import type { World } from '../support/world';
import { createWorld } from '../support/world';
import {
  acknowledgment,
  clock,
  closed,
  command,
  complaint,
  customerUpdate,
  findings,
  later,
  raise,
  slugOf,
  step,
} from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
});

afterAll(() => world.close());

const HOUR_MS = 3_600_000;
const between = (from: string, to: string) => Date.parse(to) - Date.parse(from);
const intake = { ownerId: 'owner-anneke', acknowledgment };

describe('the happy path', () => {
  it('runs 4 h and 8 h side by side from the acknowledgment and 7 d from closure, and ends settled', async () => {
    const raised = await raise(api);
    expect(raised.steps.map(({ state }) => state)).toEqual([
      'active',
      'waiting',
      'waiting',
      'waiting',
      'waiting',
      'waiting',
    ]);
    const started = await step(api, 'manager-ines', raised, 'intake', intake);
    expect(started).toMatchObject({
      stage: 'investigation',
      owner: { id: 'owner-anneke' },
      signer: { id: 'manager-ines' },
    });
    const acknowledgedAt = started.acknowledgedAt ?? '';
    expect(clock(started, 'intake')).toMatchObject({ state: 'met', metAt: acknowledgedAt, remaining: null });
    expect(between(acknowledgedAt, clock(started, 'investigation').dueAt)).toBe(4 * HOUR_MS);
    expect(between(acknowledgedAt, clock(started, 'customer-update').dueAt)).toBe(8 * HOUR_MS);

    await step(api, 'owner-anneke', raised, 'investigation', findings);
    await step(api, 'owner-anneke', raised, 'solution', { kind: 'configuration-change', description: 'Switched off.' });
    const dueAt = new Date(Date.now() + 24 * HOUR_MS).toISOString();
    const told = await step(api, 'owner-anneke', raised, 'customer-update', customerUpdate(dueAt));
    const [promise] = told.commitments;
    expect(clock(told, `commitment:${promise?.id}`)).toMatchObject({ state: 'running', dueAt });
    expect(clock(told, 'keep-informed').state).toBe('running');
    await command(api, 'owner-anneke', raised, 'keep-commitment', { commitmentId: promise?.id });
    const message = { subject: 'It is done', body: 'Dear Pat, everything is paid back.' };
    const closure = { message, rootCause: 'product-bug', rootCauseNote: 'Deployed twice.' };
    const shut = await step(api, 'owner-anneke', raised, 'closure', closure);
    expect(shut).toMatchObject({ status: 'closed', stage: 'check-in', rootCause: 'product-bug' });
    expect(between(shut.closedAt ?? '', clock(shut, 'check-in').dueAt)).toBe(7 * 24 * HOUR_MS);

    const settled = await step(api, 'csm-bashir', raised, 'check-in', {
      reached: true,
      note: 'Content.',
      improved: true,
      rating: 5,
    });
    expect(settled).toMatchObject({ status: 'settled', stage: null, outcome: 'improved' });
    expect(settled.steps.every(({ state }) => state === 'done')).toBe(true);
  });

  it('reopens with the same owner where the customer is no better off', async () => {
    const shut = await closed(api);
    const again = await step(api, 'csm-bashir', shut, 'check-in', {
      reached: true,
      note: 'Charged again.',
      improved: false,
    });
    expect(again).toMatchObject({ status: 'open', stage: 'investigation', round: 2, owner: { id: 'owner-anneke' } });
    expect(between(clock(again, 'investigation').startedAt, clock(again, 'investigation').dueAt)).toBe(4 * HOUR_MS);
  });

  it('takes a note, a corrected cause and a reopening after it was settled, and its seq goes on', async () => {
    const shut = await closed(api);
    const settled = await step(api, 'csm-bashir', shut, 'check-in', {
      reached: true,
      note: 'Content.',
      improved: true,
    });
    const noted = await command(api, 'manager-ines', shut, 'add-note', { note: 'Told the board.' });
    expect(noted.seq).toBeGreaterThan(settled.seq);
    const amended = await command(api, 'manager-ines', shut, 'amend', {
      rootCause: 'sla-breach',
      reason: 'On reflection.',
    });
    expect(amended).toMatchObject({ status: 'settled', rootCause: 'sla-breach' });
    const reopened = await command(api, 'manager-ines', shut, 'reopen', { reason: 'It is back.' });
    expect(reopened).toMatchObject({ status: 'open', stage: 'investigation', round: 2 });
    const { items } = (
      await api.as('manager-ines').get<{ items: { seq: number }[] }>(`/v1/escalations/${shut.id}/timeline?limit=1000`)
    ).body;
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, index) => index + 1));
  });

  it('starts the clocks when the customer was called, 20 minutes before it was recorded', async () => {
    const receivedAt = new Date(Date.now() - HOUR_MS).toISOString();
    const occurredAt = new Date(Date.now() - HOUR_MS / 3).toISOString();
    const raised = await raise(api, { receivedAt });
    const call = {
      channel: 'phone',
      body: 'I, Ines Marchetti, Support Manager, EMEA, take responsibility; Anneke Voss owns it.',
      occurredAt,
    };
    const started = await step(api, 'manager-ines', raised, 'intake', { ...intake, acknowledgment: call });
    expect(clock(started, 'investigation').startedAt).toBe(occurredAt);
    expect(clock(started, 'intake').metAt).toBe(occurredAt);
  });

  it('counts what was done in time but recorded after a breach as met, with the breach kept', async () => {
    const raised = await raise(api);
    const passed = await later(api, raised, 'PT3H');
    expect(clock(passed, 'intake')).toMatchObject({
      state: 'breached',
      overdue: expect.stringMatching(/^PT(1H|59M5)/),
    });
    const occurredAt = new Date(Date.parse(passed.receivedAt) + HOUR_MS).toISOString();
    const call = {
      channel: 'phone',
      body: 'Ines Marchetti, Support Manager, EMEA, here: it is mine. Anneke Voss owns it.',
      occurredAt,
    };
    const started = await step(api, 'manager-ines', raised, 'intake', { ...intake, acknowledgment: call });
    expect(clock(started, 'intake')).toMatchObject({ state: 'met', metAt: occurredAt, breachedAt: expect.any(String) });
  });
});

describe('what one may do', () => {
  it('is listed with the escalation, and every listed action is possible', async () => {
    const raised = await raise(api);
    const seen = async (as: string) => (await api.as(as).get(`/v1/escalations/${raised.id}`)).body.actions;
    expect((await seen('agent-tomasz')).map(({ name }) => name)).toEqual(['add-note']);
    const manager = await seen('manager-ines');
    expect(manager).toContainEqual({
      name: 'intake',
      kind: 'step',
      method: 'POST',
      href: `/v1/escalations/${raised.id}/steps/intake`,
    });
    expect(manager.map(({ name }) => name)).not.toContain('investigation');
  });

  it('is explained with the reason of every refusal', async () => {
    const raised = await raise(api);
    const answer = await api.as('agent-tomasz').get<{
      clocks: { id: string; policyLine: string; responsible: { id: string } }[];
      actions: { name: string; possible: boolean; refusal: { type: string } | null }[];
    }>(`/v1/escalations/${raised.ref}/explain`);
    expect(answer.body.actions).toContainEqual(
      expect.objectContaining({
        name: 'intake',
        possible: false,
        refusal: expect.objectContaining({ type: '/problems/not-allowed' }),
      }),
    );
    expect(answer.body.clocks[0]).toMatchObject({ id: 'intake', policyLine: expect.stringContaining('policy 1') });
  });

  it('is said of oneself', async () => {
    const me = await api.as('manager-ines').get<{ id: string; may: { name: string; as: string[] }[] }>('/v1/me');
    expect(me.body.id).toBe('manager-ines');
    expect(me.body.may.find(({ name }) => name === 'intake')?.as).toEqual(['manager']);
  });
});

describe('an Idempotency-Key on a step', () => {
  it('gets the first answer again, also a refusal, and does nothing twice', async () => {
    const raised = await raise(api);
    const path = `/v1/escalations/${raised.id}/steps/intake`;
    const first = await api.as('manager-ines').post(path, intake, { 'Idempotency-Key': 'intake-1' });
    const again = await api.as('manager-ines').post(path, intake, { 'Idempotency-Key': 'intake-1' });
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    const refusedOnce = await api.as('manager-ines').post(path, intake, { 'Idempotency-Key': 'intake-2' });
    const refusedTwice = await api.as('manager-ines').post(path, intake, { 'Idempotency-Key': 'intake-2' });
    expect([refusedOnce.status, refusedTwice.status]).toEqual([409, 409]);
    expect(refusedTwice.headers['idempotency-replayed']).toBe('true');
    const other = await api
      .as('manager-ines')
      .post(path, { ...intake, ownerId: 'owner-ravi' }, { 'Idempotency-Key': 'intake-1' });
    expect([other.status, slugOf(other)]).toEqual([422, 'idempotency-key-reused']);
  });

  it('is another request on another escalation', async () => {
    const [one, two] = [await raise(api, complaint()), await raise(api, complaint())];
    for (const { id } of [one, two]) {
      const answer = await api
        .as('manager-ines')
        .post(`/v1/escalations/${id}/steps/intake`, intake, { 'Idempotency-Key': 'same' });
      expect([answer.status, answer.body.id]).toEqual([200, id]);
    }
  });
});
