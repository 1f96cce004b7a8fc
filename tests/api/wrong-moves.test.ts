import type { World } from '../support/world';
import { createWorld } from '../support/world';
import {
  acknowledged,
  acknowledgment,
  command,
  customerUpdate,
  findings,
  pointersOf,
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
const intake = { ownerId: 'owner-anneke', acknowledgment };

describe('wrong moves, each refused by its own problem and with nothing changed', () => {
  const refused = async (as: string, id: string, action: string, body: unknown) => {
    const { seq } = (await api.as('manager-ines').get(`/v1/escalations/${id}`)).body;
    const answer = await api.as(as).post(`/v1/escalations/${id}/${action}`, body);
    const path = `/v1/escalations/${id}/timeline?cursor=${seq}`;
    const { items } = (await api.as('manager-ines').get<{ items: { type: string; actor: unknown }[] }>(path)).body;
    // What a step does to the world may still be written down meanwhile: that is nobody's act.
    expect(items.filter(({ type, actor }) => actor !== null || type === 'command.rejected')).toEqual([]);
    return { answer, told: [answer.status, slugOf(answer)] };
  };

  it('too early', async () => {
    const raised = await raise(api);
    expect((await refused('owner-anneke', raised.id, 'steps/investigation', findings)).told).toEqual([
      409,
      'too-early',
    ]);
    const started = await acknowledged(api);
    const update = customerUpdate(new Date(Date.now() + HOUR_MS).toISOString());
    expect((await refused('owner-anneke', started.id, 'steps/customer-update', update)).told).toEqual([
      409,
      'too-early',
    ]);
  });

  it('done already', async () => {
    const started = await acknowledged(api);
    expect((await refused('manager-ines', started.id, 'steps/intake', intake)).told).toEqual([409, 'already-done']);
  });

  it('twice at the same moment by two people: one is taken', async () => {
    const raised = await raise(api);
    const inGrantsName = {
      ...intake,
      acknowledgment: {
        subject: 'Yours',
        body: 'I am Grant Oyelaran, Support Manager, Americas and India, and take responsibility myself. Anneke Voss owns it.',
      },
    };
    const answers = await Promise.all([
      api.as('manager-ines').post(`/v1/escalations/${raised.id}/steps/intake`, intake),
      api.as('manager-grant').post(`/v1/escalations/${raised.id}/steps/intake`, inGrantsName),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(slugOf).filter(Boolean)).toEqual(['already-done']);
  });

  it('by the wrong role', async () => {
    const raised = await raise(api);
    expect((await refused('agent-tomasz', raised.id, 'steps/intake', intake)).told).toEqual([403, 'not-allowed']);
    const started = await acknowledged(api);
    expect((await refused('owner-ravi', started.id, 'steps/investigation', findings)).told).toEqual([
      403,
      'not-allowed',
    ]);
  });

  it('with a person whom nobody knows, one who may not own, one with no title in the message', async () => {
    const raised = await raise(api);
    const unknown = await refused('manager-ines', raised.id, 'steps/intake', { ...intake, ownerId: 'nobody' });
    expect([unknown.told, pointersOf(unknown.answer)]).toEqual([[422, 'unknown-person'], ['#/ownerId']]);
    const agent = await refused('manager-ines', raised.id, 'steps/intake', { ...intake, ownerId: 'agent-lakshmi' });
    expect(agent.told).toEqual([422, 'not-eligible']);
    const bare = { ...acknowledgment, body: 'I take personal responsibility. Anneke Voss owns it. Ines Marchetti' };
    const untitled = await refused('manager-ines', raised.id, 'steps/intake', { ...intake, acknowledgment: bare });
    expect(untitled.told).toEqual([422, 'acknowledgment-incomplete']);
    expect(untitled.answer.text).toContain('title');
  });

  it('an update without a dated promise, a closure without a cause', async () => {
    const started = await acknowledged(api);
    const update = { ...customerUpdate(''), commitments: [] };
    const unpromised = await refused('owner-anneke', started.id, 'steps/customer-update', update);
    expect([unpromised.told, pointersOf(unpromised.answer)]).toEqual([[422, 'malformed'], ['#/commitments']]);
    const closure = await refused('owner-anneke', started.id, 'steps/closure', { message: acknowledgment });
    expect(closure.told).toEqual([422, 'malformed']);
    expect(pointersOf(closure.answer)).toEqual(['#/rootCause', '#/rootCauseNote']);
  });

  it('an acknowledgment by mail to nobody knows whom, until the address is amended', async () => {
    const raised = await raise(api, { contact: undefined });
    expect((await refused('manager-ines', raised.id, 'steps/intake', intake)).told).toEqual([422, 'contact-missing']);
    await command(api, 'manager-ines', raised, 'amend', { contact: { email: 'pat@northwind.example' } });
    await step(api, 'manager-ines', raised, 'intake', intake);
  });

  it('on one that is withdrawn, and on one that does not exist', async () => {
    const raised = await raise(api);
    const withdrawn = await command(api, 'manager-ines', raised, 'withdraw', { reason: 'A mistake.' });
    expect(withdrawn).toMatchObject({
      status: 'withdrawn',
      steps: expect.arrayContaining([expect.objectContaining({ state: 'skipped' })]),
    });
    expect((await refused('manager-ines', raised.id, 'steps/intake', intake)).told).toEqual([409, 'not-open']);
    const nowhere = await api.as('manager-ines').post('/v1/escalations/UP-999999/steps/intake', intake);
    expect([nowhere.status, slugOf(nowhere)]).toEqual([404, 'not-found']);
  });

  it.each([
    'steps/nothing',
    'steps/constructor',
    'commands/nothing',
    'commands/__proto__',
    'commands/intake',
    'steps/add-note',
  ])('a step or command that nobody knows: %s', async (action) => {
    const raised = await raise(api);
    expect((await refused('manager-ines', raised.id, action, {})).told).toEqual([404, 'unknown-command']);
  });

  it('roles that a body claims', async () => {
    const raised = await raise(api);
    const by = { id: 'vp-marguerite', name: 'M', title: 'VP', roles: ['vp'] };
    const { told, answer } = await refused('agent-tomasz', raised.id, 'steps/intake', { ...intake, by });
    expect([told, pointersOf(answer)]).toEqual([[422, 'malformed'], ['#/by']]);
  });
});
