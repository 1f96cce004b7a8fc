import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SHIPPED_POLICY } from '../../domain/shipped-policy';
import { DEFAULT_PLAN, STEPS } from '../../domain/steps/plan';
import { repository } from '../../infra/local/folders';
import type { EscalationView } from '../../services/api/views/escalation.schema';
import type { FormsView } from '../../services/api/views/form.schema';
import type { PreviewView } from '../../services/api/views/preview.schema';
import type { TotalsView } from '../../services/api/views/totals.schema';
import type { Database } from '../../services/shared/store/database';
import { openDatabase } from '../../services/shared/store/database';
import { DEMO_DUTY_MANAGERS } from '../../services/shared/store/demo-people';
import { upsertPeople } from '../../services/shared/store/people';
import { savePolicy } from '../../services/shared/store/policies';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { COUNSEL, WITH_LEGAL_REVIEW } from '../workflows/counsel';
import { eventually } from '../workflows/eventually';
import { acknowledged, clock, closure, command, customerUpdate, findings, later, slugOf, step } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

let world: World;
let api: ValidatedApi;
let db: Database;
/** Raised before the policy with the legal review. */
let earlier: EscalationView;
let reviewed: EscalationView;

const opinion = { cleared: true, opinion: 'The double charge may be admitted.', personId: COUNSEL.id };
const conditions = 'Not a word of damages.';

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
  db = openDatabase(world.databaseUrl, { connections: 2 });
  await upsertPeople(db, [COUNSEL]);
  earlier = await acknowledged(api);
  await savePolicy(db, { ...SHIPPED_POLICY, dutyManagerIds: DEMO_DUTY_MANAGERS, plan: WITH_LEGAL_REVIEW });
  reviewed = await acknowledged(api);
});

afterAll(async () => {
  await db.close();
  await world.close();
});

const namesOf = ({ steps }: EscalationView) => steps.map(({ name }) => name);
const seenBy = async (personId: string, { id }: EscalationView) =>
  (await api.as(personId).get(`/v1/escalations/${id}`)).body;
const actionsOf = ({ actions }: EscalationView) => actions.map(({ name }) => name);

describe('a step beside the default plan', () => {
  const others = Object.keys(STEPS).filter((name) => !DEFAULT_PLAN.some((planned) => planned === name));

  it.each(others)('%s has its operation and its form', async (name) => {
    expect(api.check.document.paths[`/v1/escalations/{id}/steps/${name}`]?.post?.requestBody).toBeDefined();
    const { steps } = (await api.as('manager-ines').get<FormsView>('/v1/forms')).body;
    expect(steps[name]).toMatchObject({ name, kind: 'step', title: expect.any(String) });
  });
});

describe('an escalation from before a policy with another plan', () => {
  it('keeps its own: it has no legal review, offers none, and says so to whoever tries', async () => {
    const seen = await seenBy('manager-ines', earlier);
    expect(namesOf(seen)).toEqual([...DEFAULT_PLAN]);
    expect(actionsOf(seen)).not.toContain('legal-review');
    const refused = await api.as('manager-ines').post(`/v1/escalations/${earlier.id}/steps/legal-review`, opinion);
    expect([refused.status, slugOf(refused)]).toEqual([409, 'not-in-plan']);
    await step(api, 'owner-anneke', earlier, 'investigation', findings);
    const dueAt = new Date(Date.parse(earlier.now) + 86_400_000).toISOString();
    await step(api, 'owner-anneke', earlier, 'customer-update', customerUpdate(dueAt));
  });
});

describe('an escalation raised under it', () => {
  it('has the legal review in its place, on a clock of 4 h, offered to managers and not to the owner', async () => {
    expect(namesOf(reviewed)).toEqual([...WITH_LEGAL_REVIEW]);
    expect(reviewed.steps.find(({ name }) => name === 'legal-review')).toMatchObject({
      title: 'Legal review',
      state: 'active',
      waitsFor: 'a contributor or a manager upwards',
    });
    const { startedAt, dueAt } = clock(reviewed, 'legal-review');
    expect(Date.parse(dueAt) - Date.parse(startedAt)).toBe(4 * 3_600_000);
    expect(actionsOf(await seenBy('manager-ines', reviewed))).toContain('legal-review');
    expect(actionsOf(await seenBy('owner-anneke', reviewed))).not.toContain('legal-review');
  });

  it('tells the customer nothing before Legal has spoken, and goes up when Legal is late', async () => {
    await step(api, 'owner-anneke', reviewed, 'investigation', findings);
    const dueAt = new Date(Date.parse(reviewed.now) + 86_400_000).toISOString();
    const early = await api
      .as('owner-anneke')
      .post(`/v1/escalations/${reviewed.id}/steps/customer-update`, customerUpdate(dueAt));
    expect([early.status, slugOf(early)]).toEqual([409, 'too-early']);
    const late = await later(api, reviewed, 'PT4H5M');
    expect(clock(late, 'legal-review')).toMatchObject({ state: 'breached', next: { rung: 'director' } });
    const { items } = (
      await api.as('manager-ines').get<{ items: { subject: string; text: string }[] }>('/v1/demo/mailbox?limit=1000')
    ).body;
    expect(
      items
        .filter(({ subject }) => subject.includes(reviewed.ref))
        .map(({ subject }) => subject)
        .join(),
    ).toContain('legal review');
  });

  it('shows the manager beforehand what the owner will be told', async () => {
    const { body } = await api.as('manager-ines').post<PreviewView>(`/v1/escalations/${reviewed.id}/preview`, {
      ...{ kind: 'step', name: 'legal-review', body: { ...opinion, conditions } },
    });
    expect(body).toMatchObject({ refusal: null, messages: [{ audience: 'us', to: 'anneke.voss@upstairs.example' }] });
    expect(body.messages[0]?.text).toContain(conditions);
  });

  it('takes what Legal said from a manager; the owner is told the conditions', async () => {
    const unnamed = await api
      .as('manager-ines')
      .post(`/v1/escalations/${reviewed.id}/steps/legal-review`, { cleared: true, opinion: 'Yes.' });
    expect([unnamed.status, slugOf(unnamed)]).toEqual([422, 'invalid-content']);
    const done = await step(api, 'manager-ines', reviewed, 'legal-review', { ...opinion, conditions });
    expect(clock(done, 'legal-review')).toMatchObject({ state: 'breached', metAt: expect.any(String) });
    const told = await eventually(
      async () =>
        (await api.as('manager-ines').get<{ items: { to: string; text: string }[] }>('/v1/demo/mailbox?limit=1000'))
          .body,
      ({ items }) => items.some(({ to, text }) => to.startsWith('anneke.voss') && text.includes(conditions)),
      'the mail with the conditions',
    );
    expect(told.items.filter(({ text }) => text.includes(conditions))).toHaveLength(1);
  });

  it('goes on to its end: told, closed, checked', async () => {
    const { now } = await seenBy('owner-anneke', reviewed);
    const dueAt = new Date(Date.parse(now) + 86_400_000).toISOString();
    await step(api, 'owner-anneke', reviewed, 'solution', {
      kind: 'configuration-change',
      description: 'The job is off.',
    });
    const told = await step(api, 'owner-anneke', reviewed, 'customer-update', customerUpdate(dueAt));
    await command(api, 'owner-anneke', told, 'keep-commitment', { commitmentId: told.commitments[0]?.id });
    await step(api, 'owner-anneke', told, 'closure', closure);
    const settled = await step(api, 'csm-bashir', told, 'check-in', {
      reached: true,
      improved: true,
      note: 'They stay.',
    });
    expect(settled).toMatchObject({ status: 'settled', stage: null });
    expect(settled.steps.every(({ state }) => state === 'done')).toBe(true);
  });
});

describe('before a step is deleted', () => {
  it('the query of CONTRIBUTING lists the escalations that have it, ended ones left out', async () => {
    const contributing = readFileSync(path.join(repository, 'CONTRIBUTING.md'), 'utf8');
    const query = /```sql\n([^`]+)```/.exec(contributing)?.[1]?.replace('NAME', 'legal-review') ?? '';
    const { rows: ended } = await db.pool.query<{ ref: string }>(query);
    expect(ended).toEqual([]);
    const { ref } = await acknowledged(api);
    const { rows } = await db.pool.query<{ ref: string }>(query);
    expect(rows).toEqual([{ ref }]);
  });
});

describe('the board', () => {
  it('counts the further step where an escalation stands at it, in its place', async () => {
    const before = (await api.as('manager-ines').get<TotalsView>('/v1/totals')).body.byStage.map(({ stage }) => stage);
    expect(before).not.toContain('legal-review');
    const another = await acknowledged(api);
    await step(api, 'owner-anneke', another, 'investigation', findings);
    await step(api, 'owner-anneke', another, 'solution', { kind: 'configuration-change', description: 'Off.' });
    const { byStage } = (await api.as('manager-ines').get<TotalsView>('/v1/totals')).body;
    expect(byStage.flatMap(({ stage }) => stage ?? []).slice(2, 5)).toEqual([
      'solution',
      'legal-review',
      'customer-update',
    ]);
    expect(byStage.find(({ stage }) => stage === 'legal-review')?.count).toBe(1);
  });
});
