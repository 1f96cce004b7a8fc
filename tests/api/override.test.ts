import type { EscalationItemView, EscalationView } from '../../services/api/views/escalation.schema';
import type { ExplanationView } from '../../services/api/views/explanation.schema';
import type { PreviewView } from '../../services/api/views/preview.schema';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { answered, clock, command, later, slugOf } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
});

afterAll(() => world.close());

/** A customer of late, at P2, who has the full account: the next word is due in two days. */
const account = () => ({
  name: `Orchard ${Math.random().toString(36).slice(2)}`,
  tier: 'enterprise',
  csmId: 'csm-bashir',
});
const set = ({ now }: EscalationView, level: string, hours: number) => ({
  level,
  dueAt: new Date(Date.parse(now) + hours * 3_600_000).toISOString(),
  reason: 'Their board meets on Monday.',
});
const hoursLeft = (view: EscalationView, id: string) =>
  (Date.parse(clock(view, id).dueAt) - Date.parse(view.now)) / 3_600_000;

describe('a level that a manager sets', () => {
  it('moves the clocks, shows what moves before it is saved, and ends by itself', async () => {
    const told = await answered(api, { account: account() });
    expect(told.priority).toMatchObject({ level: 'P2', override: null });
    expect(hoursLeft(told, 'keep-informed')).toBeGreaterThan(47);
    const body = set(told, 'P1', 12);
    const shown = await api
      .as('manager-ines')
      .post<PreviewView>(`/v1/escalations/${told.id}/preview`, { kind: 'command', name: 'override-priority', body });
    expect(shown.body.refusal).toBeNull();
    expect(shown.body.follows.some((sentence) => /due .* instead of /.test(sentence))).toBe(true);
    const raised = await command(api, 'manager-ines', told, 'override-priority', body);
    expect(raised.priority).toMatchObject({
      level: 'P1',
      override: { level: 'P1', weighed: 'P2', reason: 'Their board meets on Monday.', by: { id: 'manager-ines' } },
    });
    expect(hoursLeft(raised, 'keep-informed')).toBeLessThan(24);
    const listed = await api.as('manager-ines').get<{ items: EscalationItemView[] }>('/v1/escalations?level_set=true');
    expect(listed.body.items).toMatchObject([{ id: told.id, levelSetUntil: raised.priority.override?.until }]);
    const reasons = (await api.as('manager-ines').get<ExplanationView>(`/v1/escalations/${told.id}/explain`)).body;
    expect(reasons.standing.join(' ')).toContain('Ines Marchetti set the level to P1');
    const over = await later(api, told, 'PT13H');
    expect(over.priority).toMatchObject({ level: 'P2', override: null });
    expect(hoursLeft(over, 'keep-informed')).toBeGreaterThan(30);
  });

  it('never makes a clock run out silently', async () => {
    const told = await later(api, await answered(api, { account: account() }), 'PT30H');
    const path = `/v1/escalations/${told.id}/commands/override-priority`;
    const refused = await api.as('manager-ines').post<unknown>(path, set(told, 'P1', 24));
    expect([refused.status, slugOf(refused)]).toEqual([409, 'would-breach']);
    expect((refused.body as { errors: unknown }).errors).toEqual([
      { pointer: '#/level', detail: expect.stringMatching(/^keep-informed: due .*Z, would have been due .*Z$/) },
    ]);
    const shown = await api.as('manager-ines').post<PreviewView>(`/v1/escalations/${told.id}/preview`, {
      kind: 'command',
      name: 'override-priority',
      body: set(told, 'P1', 24),
    });
    expect(shown.body.refusal?.errors).toHaveLength(1);
    const meant = await command(api, 'manager-ines', told, 'override-priority', {
      ...set(told, 'P1', 24),
      breachAllTheSame: true,
    });
    expect(meant.priority.level).toBe('P1');
    expect(clock(await later(api, told, 'PT1M'), 'keep-informed').state).toBe('breached');
  });

  it('is not for the owner, and not for longer than 30 days', async () => {
    const told = await answered(api, { account: account() });
    const path = `/v1/escalations/${told.id}/commands/override-priority`;
    const owner = await api.as('owner-anneke').post(path, set(told, 'P1', 24));
    expect([owner.status, slugOf(owner)]).toEqual([403, 'not-allowed']);
    const long = await api.as('manager-ines').post(path, set(told, 'P1', 31 * 24));
    expect([long.status, slugOf(long)]).toEqual([422, 'invalid-content']);
    const none = await api.as('manager-ines').post(path, { reason: 'It has calmed down.' });
    expect([none.status, slugOf(none)]).toEqual([409, 'not-now']);
  });
});
