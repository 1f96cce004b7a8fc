import type { EscalationItemView, EscalationView } from '../../services/api/views/escalation.schema';
import type { ExplanationView } from '../../services/api/views/explanation.schema';
import type { PreviewView } from '../../services/api/views/preview.schema';
import type { TotalsView } from '../../services/api/views/totals.schema';
import { SHIPPED_POLICY } from '../../domain/shipped-policy';
import { openDatabase } from '../../services/shared/store/database';
import { DEMO_DUTY_MANAGERS } from '../../services/shared/store/demo-people';
import { savePolicy } from '../../services/shared/store/policies';
import { verifyReadModel } from '../../services/shared/store/verify-read-model';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { acknowledged, clock, command, complaint, findings, later, pointersOf, slugOf, step } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
});

afterAll(() => world.close());

const ahead = ({ now }: EscalationView, hours: number) => new Date(Date.parse(now) + hours * 3_600_000).toISOString();
const question = { subject: 'Which contract is it?', body: 'Dear Pat, which of your two contracts is it?' };
const waiting = (view: EscalationView, hours: number) => ({
  dueAt: ahead(view, hours),
  reason: 'Only they know it.',
  question,
});
const reply = { channel: 'phone', direction: 'from-customer', body: 'It is the second one.' };

async function seen({ id }: EscalationView): Promise<EscalationView> {
  return (await api.as('manager-ines').get<EscalationView>(`/v1/escalations/${id}`)).body;
}

async function mailsTo(address: string): Promise<string[]> {
  const { body } = await api
    .as('manager-ines')
    .get<{ items: { to: string; subject: string }[] }>('/v1/demo/mailbox?limit=1000');
  return body.items.filter(({ to }) => to.includes(address)).map(({ subject }) => subject);
}

describe('while we wait for the customer', () => {
  it('the question goes out, the clocks rest, and the reply makes them go on with what was left', async () => {
    const started = await later(api, await acknowledged(api), 'PT1H');
    const paused = await command(api, 'owner-anneke', started, 'pause', waiting(started, 48));
    expect(paused).toMatchObject({ status: 'paused', pauses: 1, pause: { reason: 'Only they know it.' } });
    expect(clock(paused, 'investigation')).toMatchObject({ state: 'paused', overdue: null, next: null });
    expect(clock(paused, 'investigation').remaining).toMatch(/^PT2H5\dM/);
    const night = await later(api, started, 'PT20H');
    expect(await mailsTo('pat@northwind.example')).toContainEqual(expect.stringContaining('Which contract is it?'));
    expect(night.clocks.map(({ state }) => state)).not.toContain('breached');
    expect(night.pausedShare).toBeGreaterThan(0.9);
    const answered = await command(api, 'owner-anneke', started, 'record-contact', reply);
    expect(answered).toMatchObject({ status: 'open', pause: null, pauses: 1 });
    expect(clock(answered, 'investigation').state).toBe('running');
    expect(Date.parse(clock(answered, 'investigation').dueAt)).toBeGreaterThan(
      Date.parse(answered.now) + 2.9 * 3_600_000,
    );
    const done = await step(api, 'owner-anneke', started, 'investigation', findings);
    expect(clock(done, 'investigation').state).toBe('met');
  });

  it('a date that passes without an answer makes them go on, and asks the owner', async () => {
    const started = await acknowledged(api);
    await command(api, 'owner-anneke', started, 'pause', waiting(started, 24));
    const after = await later(api, started, 'P1DT1M');
    expect(after).toMatchObject({ status: 'open', pause: null });
    expect(Date.parse(after.clocks.find(({ id }) => id === 'investigation')?.dueAt ?? '')).toBeGreaterThan(
      Date.parse(after.now),
    );
    expect(await mailsTo('anneke')).toContainEqual(expect.stringContaining('The pause is over'));
    const again = await api.as('owner-anneke').post(`/v1/escalations/${started.id}/commands/pause`, {
      ...{ dueAt: ahead(after, 24), reason: 'Still nothing.' },
    });
    expect([again.status, slugOf(again)]).toEqual([409, 'not-asked']);
  });

  it('what stands against it is said, and nothing changes', async () => {
    const started = await acknowledged(api);
    const tries = (body: unknown) => api.as('owner-anneke').post(`/v1/escalations/${started.id}/commands/pause`, body);
    const long = await tries(waiting(started, 6 * 24));
    expect([long.status, slugOf(long), pointersOf(long)]).toEqual([422, 'invalid-content', ['#/dueAt']]);
    expect(JSON.stringify(long.body)).toContain('at most 5 days ahead');
    await command(api, 'owner-anneke', started, 'pause', waiting(started, 24));
    const twice = await tries(waiting(started, 24));
    expect([twice.status, slugOf(twice)]).toEqual([409, 'paused-already']);
    const stepped = await api.as('owner-anneke').post(`/v1/escalations/${started.id}/steps/investigation`, findings);
    expect([stepped.status, slugOf(stepped)]).toEqual([409, 'not-open']);
    expect(JSON.stringify(stepped.body)).toContain('resume it first');
    const went = await command(api, 'manager-ines', started, 'resume', { reason: 'We found it ourselves.' });
    expect(went.status).toBe('open');
  });

  it('the share of paused time shows: in the list, in its export, in the totals, and in the reasons', async () => {
    const account = { name: 'Paused Industries', tier: 'enterprise', csmId: 'csm-bashir' };
    const started = await acknowledged(api, { account });
    const before = await api.as('owner-anneke').post<PreviewView>(`/v1/escalations/${started.id}/preview`, {
      kind: 'command',
      name: 'pause',
      body: waiting(started, 24),
    });
    expect(before.body.follows.join(' ')).toMatch(
      /paused until the customer answers.*Investigation.*rests with 3 hours/s,
    );
    await command(api, 'owner-anneke', started, 'pause', waiting(started, 24));
    const half = await later(api, started, 'PT10H');
    const filter = `accountId=${encodeURIComponent(half.account.id)}`;
    const { items } = (
      await api.as('manager-ines').get<{ items: EscalationItemView[] }>(`/v1/escalations?status=paused&${filter}`)
    ).body;
    expect(items).toMatchObject([{ status: 'paused', pauses: 1, pausedUntil: half.pause?.until }]);
    expect(items[0]?.pausedShare).toBeGreaterThan(0.99);
    expect(items[0]?.clocks.find(({ id }) => id === 'investigation')).toMatchObject({ state: 'paused', overdue: null });
    const totals = (await api.as('manager-ines').get<TotalsView>(`/v1/totals?${filter}`)).body;
    expect(totals.pausedShare).toBeCloseTo(items[0]?.pausedShare ?? 0, 2);
    const reasons = (await api.as('manager-ines').get<ExplanationView>(`/v1/escalations/${started.id}/explain`)).body;
    expect(reasons.standing.join(' ')).toMatch(/Paused since .* Only they know it\..*Paused 1 time/);
    expect(reasons.clocks.find(({ id }) => id === 'investigation')?.next).toMatchObject({
      what: 'goes on',
      at: half.pause?.until,
    });
    const csv = await api.as('manager-ines').get<string>(`/v1/escalations?format=csv&${filter}`);
    expect(String(csv.body).split('\r\n')[0]).toContain('Share of time paused');
  });

  it('ends with a withdrawal; what was raised may be raised again under the same reference', async () => {
    const externalRef = `desk:${Math.random().toString(36).slice(2)}`;
    const started = await acknowledged(api, { externalRef });
    await command(api, 'owner-anneke', started, 'pause', waiting(started, 24));
    const owner = await api
      .as('owner-anneke')
      .post(`/v1/escalations/${started.id}/commands/withdraw`, { reason: 'No.' });
    expect([owner.status, slugOf(owner)]).toEqual([403, 'not-allowed']);
    const again = await api.as('agent-tomasz').post<EscalationView>('/v1/escalations', complaint({ externalRef }));
    expect([again.status, again.body.id]).toEqual([200, started.id]);
    const gone = await command(api, 'manager-ines', started, 'withdraw', { reason: 'They meant another company.' });
    expect(gone).toMatchObject({ status: 'withdrawn', pause: null });
    // A list that is imported again brings nothing back that somebody has withdrawn.
    const listed = complaint({ externalRef, imported: true });
    const imported = await api.as('manager-ines').post<EscalationView>('/v1/escalations', listed);
    expect([imported.status, imported.body.id]).toEqual([200, started.id]);
    const refused = await api
      .as('agent-tomasz')
      .post('/v1/escalations', complaint({ externalRef, account: { name: 'X', csmId: 'nobody' } }));
    expect([refused.status, pointersOf(refused)]).toEqual([422, ['#/account/csmId']]);
    const anew = await api.as('agent-tomasz').post<EscalationView>('/v1/escalations', complaint({ externalRef }));
    expect(anew.status).toBe(201);
    expect(anew.body.id).not.toBe(started.id);
    const retried = await api.as('agent-tomasz').post<EscalationView>('/v1/escalations', complaint({ externalRef }));
    expect([retried.status, retried.body.id]).toEqual([200, anew.body.id]);
    const reopened = await command(api, 'manager-ines', started, 'reopen', { reason: 'It was ours after all.' });
    expect(reopened).toMatchObject({ status: 'open', round: 2, externalRef });
    expect(clock(reopened, 'investigation').state).toBe('running');
  });
});

describe('calendars and fields of a policy', () => {
  it('a clock counts in the calendar that its policy has for it, and a field is asked for before its step', async () => {
    const db = openDatabase(world.databaseUrl, { connections: 2 });
    try {
      const zone = { name: 'Etc/UTC', offsets: [[0, 0]] as const };
      const day = (new Date().getUTCDay() + 6) % 7;
      const week = Array.from({ length: 7 }, (_, index) => (index === day ? [[0, 1_440] as const] : []));
      const office = { name: 'office', zone, week, closedDays: [], closed: [] };
      const region = {
        name: 'region',
        title: 'Region',
        kind: 'choice',
        choices: ['EMEA', 'AMER', 'Oslo, Bergen'],
        requiredFor: ['investigation'],
      } as const;
      const policy = { ...SHIPPED_POLICY, dutyManagerIds: DEMO_DUTY_MANAGERS, calendars: [office], fields: [region] };
      await savePolicy(db, { ...policy, clocks: { ...policy.clocks, investigation: { calendar: 'office' } } });
      const wrong = await api.as('agent-tomasz').post('/v1/escalations', complaint({ custom: { region: 'Mars' } }));
      expect([wrong.status, slugOf(wrong), pointersOf(wrong)]).toEqual([422, 'invalid-content', ['#/custom/region']]);
      const unknown = await api.as('agent-tomasz').post('/v1/escalations', complaint({ custom: { colour: 'red' } }));
      expect([unknown.status, slugOf(unknown), pointersOf(unknown)]).toEqual([
        422,
        'unknown-field',
        ['#/custom/colour'],
      ]);
      const started = await acknowledged(api);
      expect(clock(started, 'investigation').calendar).toBe('office');
      const missing = await api.as('owner-anneke').post(`/v1/escalations/${started.id}/steps/investigation`, findings);
      expect([missing.status, slugOf(missing), pointersOf(missing)]).toEqual([
        422,
        'field-missing',
        ['#/custom/region'],
      ]);
      const named = await command(api, 'owner-anneke', started, 'amend', { custom: { region: 'AMER' } });
      expect(named).toMatchObject({
        custom: { region: 'AMER' },
        customFields: [{ name: 'region', requiredFor: ['investigation'] }],
      });
      const found = await api
        .as('manager-ines')
        .get<{ items: EscalationItemView[] }>('/v1/escalations?custom=region:AMER');
      expect(found.body.items.map(({ id }) => id)).toEqual([started.id]);
      await command(api, 'owner-anneke', started, 'amend', { custom: { region: 'Oslo, Bergen' } });
      const moved = await api
        .as('manager-ines')
        .get<{ items: EscalationItemView[] }>('/v1/escalations?custom=region:Oslo,%20Bergen');
      expect(moved.body.items.map(({ id }) => id)).toEqual([started.id]);
      const forms = await api
        .as('manager-ines')
        .get<{ custom: unknown; commands: Record<string, { schema: unknown }> }>('/v1/forms');
      expect(forms.body.custom).toMatchObject({ properties: { region: { title: 'Region', enum: region.choices } } });
      expect(forms.body.commands.amend?.schema).toMatchObject({ properties: { custom: forms.body.custom } });
      await step(api, 'owner-anneke', started, 'investigation', findings);
    } finally {
      await db.close();
    }
  });

  it('leaves a read model that follows from the journal', async () => {
    const db = openDatabase(world.databaseUrl, { connections: 2 });
    try {
      expect((await verifyReadModel(db)).differences).toEqual([]);
    } finally {
      await db.close();
    }
  });
});

it('is seen by everybody in the same way', async () => {
  const started = await acknowledged(api);
  await command(api, 'owner-anneke', started, 'pause', waiting(started, 24));
  const view = await seen(started);
  const names = view.actions.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['resume', 'record-contact', 'override-priority', 'withdraw']));
  expect(names).not.toContain('pause');
});
