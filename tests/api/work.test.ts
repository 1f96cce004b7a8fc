import type { WorkItem, WorkView } from '../../services/api/views/work.schema';
import type { EscalationView } from '../../services/api/views/escalation.schema';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { acknowledged, answered, closed, closure, command, complaint, findings, later, raise, step } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
});

afterAll(() => world.close());

const work = async (as: string) => (await api.as(as).get<WorkView>('/v1/me/work')).body;
const about = (items: readonly WorkItem[], { ref }: EscalationView) => items.filter((item) => item.ref === ref);
const mine = async (as: string, escalation: EscalationView) => about((await work(as)).items, escalation);
const told = (items: readonly WorkItem[]) => items.map(({ why, action }) => [why, action?.name ?? null]);

describe('my work', () => {
  it('begins with the acknowledgment, which waits for the duty manager alone', async () => {
    const raised = await raise(api);
    expect((await work('manager-ines')).more).toBe(false);
    const [item] = await mine('manager-ines', raised);
    expect(item).toMatchObject({
      ...{ why: 'acknowledge', clockId: 'intake', commitmentId: null, overdue: false, breached: false, beside: null },
      action: { name: 'intake', kind: 'step', title: 'Intake' },
      account: { tier: 'enterprise' },
      dueAt: raised.clocks[0]?.dueAt,
    });
    for (const other of ['manager-grant', 'owner-anneke', 'agent-tomasz', 'director-howard']) {
      expect(await mine(other, raised)).toEqual([]);
    }
  });

  it('gives the owner the one next action, step by step, until nothing is left', async () => {
    const started = await acknowledged(api);
    expect(told(await mine('owner-anneke', started))).toEqual([
      ['clock', 'investigation'],
      ['clock', 'investigation'],
    ]);
    expect((await mine('owner-anneke', started))[1]?.what).toBe(
      'Give the customer the full account, once the investigation is done',
    );
    await step(api, 'owner-anneke', started, 'investigation', findings);
    expect(told(await mine('owner-anneke', started))).toEqual([
      ['clock', 'customer-update'],
      ['step', 'solution'],
    ]);
    await step(api, 'owner-anneke', started, 'solution', { kind: 'other', description: 'The job is off.' });
    expect(told(await mine('owner-anneke', started))).toEqual([['clock', 'customer-update']]);
  });

  it('holds what was promised, then the closure, then the check-in of the CSM', async () => {
    const open = await answered(api);
    const [informed, promise] = await mine('owner-anneke', open);
    expect([informed?.action?.name, promise?.action?.name].sort()).toEqual(['interim-update', 'keep-commitment']);
    const kept = [informed, promise].find((item) => item?.commitmentId === 'c1');
    expect(kept).toMatchObject({
      why: 'commitment',
      what: 'All second collections paid back',
      clockId: 'commitment:c1',
    });
    await command(api, 'owner-anneke', open, 'keep-commitment', { commitmentId: 'c1' });
    expect(told(await mine('owner-anneke', open))).toContainEqual(['step', 'closure']);
    await step(api, 'owner-anneke', open, 'closure', closure);
    expect(await mine('owner-anneke', open)).toEqual([]);
    expect(told(await mine('csm-bashir', open))).toEqual([['check-in', 'check-in']]);
    await step(api, 'csm-bashir', open, 'check-in', { reached: true, note: 'Content.', improved: true });
    expect(await mine('csm-bashir', open)).toEqual([]);
  });

  it('asks the manager of the owner for a CSM where the account has none', async () => {
    const shut = await closed(api, complaint({ account: { name: 'Nobody Asks Ltd' } }));
    const [item] = await mine('manager-ines', shut);
    expect(item).toMatchObject({ why: 'check-in', action: { name: 'amend', kind: 'command' } });
    expect(item?.what).toContain('Name a CSM');
  });

  it('tells of a broken promise, and puts what is latest first', async () => {
    const open = await answered(api);
    const other = await acknowledged(api);
    await later(api, open, 'P2D');
    const { items } = await work('owner-anneke');
    const [first] = items;
    expect(first?.ref).toBe(open.ref);
    expect(about(items, open).find(({ why }) => why === 'broken-promise')).toMatchObject({
      ...{ overdue: true, breached: true, action: { name: 'keep-commitment' }, beside: { name: 'take-charge' } },
    });
    expect(items.findIndex(({ ref }) => ref === other.ref)).toBeGreaterThan(0);
  });

  it('brings those whom a chain has told to act, until somebody takes charge', async () => {
    const passed = await later(api, await raise(api), 'PT2H40M');
    expect(await mine('director-howard', passed)).toEqual([
      expect.objectContaining({
        ...{ overdue: true, breached: true, action: { name: 'intake', kind: 'step', title: 'Intake' } },
        ...{ beside: { name: 'take-charge', kind: 'command', title: 'Take charge' } },
        what: 'Overdue with Ines Marchetti: Acknowledge in person, and name the owner',
      }),
    ]);
    expect(await mine('vp-marguerite', passed)).toEqual([]);
    await command(api, 'director-howard', passed, 'take-charge', { note: 'On it.' });
    expect(await mine('director-howard', passed)).toEqual([]);
    expect((await mine('manager-ines', passed))[0]).toMatchObject({ action: { name: 'intake' }, beside: null });
  });

  it('shows managers what waits for their people, through every line below them, and nobody else', async () => {
    const started = await acknowledged(api);
    const below = async (as: string) => (await work(as)).people.map(({ person }) => person.id);
    const seenBy = async (as: string) => (await work(as)).people.find(({ person }) => person.id === 'owner-anneke');
    for (const manager of ['manager-ines', 'director-howard', 'vp-marguerite']) {
      expect(about((await seenBy(manager))?.items ?? [], started)).toHaveLength(2);
    }
    expect(await below('manager-grant')).not.toContain('owner-anneke');
    expect(await below('owner-anneke')).toEqual([]);
    expect(await below('director-odile')).not.toContain('owner-anneke');
  });

  it('leaves out what was imported and is not activated', async () => {
    const answer = await api.as('manager-ines').post('/v1/escalations', complaint({ imported: true }));
    expect(await mine('manager-ines', answer.body)).toEqual([]);
    await command(api, 'manager-ines', answer.body, 'activate', {});
    expect(told(await mine('manager-ines', answer.body))).toEqual([['acknowledge', 'intake']]);
  });
});
