import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { eventually } from '../workflows/eventually';
import { acknowledged, clock, closed, command, customerUpdate, findings, later, raise, slugOf, step } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
});

afterAll(() => world.close());

const inHours = (hours: number, from = Date.now()) => new Date(from + hours * 3_600_000).toISOString();
const at = (now: string, hours: number) => inHours(hours, Date.parse(now));

interface Mail {
  to: string;
  subject: string;
  text: string;
}

async function mailbox(): Promise<Mail[]> {
  return (await api.as('manager-ines').get<{ items: Mail[] }>('/v1/demo/mailbox?limit=1000')).body.items;
}

/** The mails of one escalation to somebody, the oldest first, once so many are there. */
async function mailsTo(address: string, ref: string, wanted: number): Promise<Mail[]> {
  const theirs = async () =>
    (await mailbox()).filter(({ to, subject }) => to === address && subject.includes(ref)).reverse();
  return eventually(theirs, ({ length }) => length >= wanted, `${wanted} mails to ${address} about ${ref}`);
}

async function timeline(id: string) {
  const answer = await api
    .as('manager-ines')
    .get<{ items: { type: string; at: string; data: Record<string, unknown> }[] }>(
      `/v1/escalations/${id}/timeline?limit=1000`,
    );
  return answer.body.items;
}

async function list(query: string): Promise<string[]> {
  const answer = await api.as('manager-ines').get<{ items: { ref: string }[] }>(`/v1/escalations?${query}`);
  return answer.body.items.map(({ ref }) => ref);
}

describe('a task after the closure', () => {
  it('is chased after the settlement too: its person is reminded, the chain climbs, done it ends the workflow', async () => {
    const shut = await closed(api);
    const task = { text: 'Delete the second job for good', personId: 'engineer-mirko', dueAt: at(shut.now, 48) };
    const given = await command(api, 'owner-anneke', shut, 'add-task', task);
    expect(given.team).toMatchObject([{ person: { id: 'engineer-mirko' }, role: 'has a task' }]);
    await step(api, 'csm-bashir', shut, 'check-in', { reached: true, improved: true, note: 'They are content.' });
    const settled = await later(api, shut, 'P2DT40M');
    expect(settled).toMatchObject({ status: 'settled', tasks: [{ id: 't1', state: 'open', blockedBy: [] }] });
    expect(clock(settled, 'task:t1')).toMatchObject({
      for: 'task',
      state: 'breached',
      next: { rung: expect.anything() },
    });
    const story = await timeline(shut.id);
    const told = story.filter(({ type, data }) => data.clockId === 'task:t1' && /reminded|advanced/.test(type));
    expect(told.map(({ type, data }) => [type, data.toIds])).toEqual([
      ['clock.reminded', ['engineer-mirko']],
      ['chain.advanced', ['engineering-yuki']],
      ['chain.advanced', ['executive-elena']],
    ]);

    const work = await api.as('engineer-mirko').get<{ items: object[] }>('/v1/me/work');
    expect(work.body.items).toMatchObject([
      { ref: shut.ref, why: 'task', what: task.text, breached: true, action: { name: 'complete-task' } },
    ]);
    const done = await command(api, 'engineer-mirko', shut, 'complete-task', { taskId: 't1', note: 'Gone.' });
    expect(done.tasks).toMatchObject([{ state: 'done', note: 'Gone.' }]);
    const handle = world.client.workflow.getHandle(`escalation/${shut.id}`);
    await expect(handle.result()).resolves.toMatchObject({ status: 'settled' });
  });
});

describe('tasks that wait for each other', () => {
  it('are refused with the circle named, and done in their order only', async () => {
    const started = await acknowledged(api);
    const add = (text: string, more: object = {}) =>
      command(api, 'owner-anneke', started, 'add-task', {
        ...{ text, personId: 'engineer-mirko', dueAt: at(started.now, 24) },
        ...more,
      });
    await add('Find it');
    const two = await add('Fix it', { after: ['t1'] });
    expect(two.tasks[1]).toMatchObject({ after: ['t1'], blockedBy: ['t1'] });
    const path = `/v1/escalations/${started.id}/commands`;
    const circle = await api.as('owner-anneke').post(`${path}/change-task`, {
      ...{ taskId: 't1', after: ['t2'], reason: 'The other way round.' },
    });
    expect([circle.status, slugOf(circle)]).toEqual([422, 'task-cycle']);
    expect(circle.body).toMatchObject({ detail: expect.stringContaining('t1 → t2 → t1') });
    const early = await api.as('engineer-mirko').post(`${path}/complete-task`, { taskId: 't2' });
    expect([early.status, slugOf(early)]).toEqual([409, 'too-early']);
    const agent = await api.as('owner-anneke').post(`${path}/add-to-team`, { personId: 'agent-tomasz', role: 'Helps' });
    expect([agent.status, slugOf(agent)]).toEqual([422, 'not-eligible']);
    expect(await list('taskOwnerId=engineer-mirko')).toContain(started.ref);
    expect(await list('teamMemberId=engineer-mirko&open=true')).toContain(started.ref);
    expect(await list('teamMemberId=product-salome')).toEqual([]);
  });
});

describe('the escalation manager', () => {
  it('sees it, reassigns it, and gives tasks, on this one alone', async () => {
    const started = await acknowledged(api);
    const other = await acknowledged(api);
    await command(api, 'owner-anneke', started, 'name-escalation-manager', { personId: 'escalation-noor' });
    const reassign = { ownerId: 'owner-ravi', reason: 'Anneke is on leave.' };
    const moved = await command(api, 'escalation-noor', started, 'reassign', reassign);
    expect(moved).toMatchObject({ owner: { id: 'owner-ravi' }, escalationManager: { id: 'escalation-noor' } });
    const refused = await api.as('escalation-noor').post(`/v1/escalations/${other.id}/commands/reassign`, reassign);
    expect([refused.status, slugOf(refused)]).toEqual([403, 'not-allowed']);
    expect(await list('escalationManagerId=escalation-noor')).toEqual([started.ref]);
  });
});

describe('the sponsor', () => {
  it('gets one page when the level changes and before the closure, and their load is seen', async () => {
    const started = await acknowledged(api, { severity: 'usability' });
    expect(started.priority.level).toBe('P2');
    await step(api, 'owner-anneke', started, 'investigation', findings);
    await command(api, 'owner-anneke', started, 'name-sponsor', {
      ...{ personId: 'executive-elena', facing: 'customer', standing: true, reason: 'Their CFO asked for her.' },
    });
    await command(api, 'owner-anneke', started, 'name-counterpart', {
      ...{ name: 'Ada Quill', title: 'CFO', email: 'ada@northwind.example' },
      agreed: [{ text: 'Sends the bank statements', dueAt: at(started.now, 30) }],
    });
    const louder = await command(api, 'manager-ines', started, 'amend', { public: true });
    expect(louder).toMatchObject({
      priority: { level: 'P1' },
      sponsor: { person: { id: 'executive-elena' }, facing: 'customer', standing: true },
      counterpart: { name: 'Ada Quill' },
      tasks: [{ person: { id: 'executive-elena' }, counterpart: true }],
    });
    const remedy = { kind: 'configuration-change', description: 'The job is switched off.' };
    await step(api, 'owner-anneke', started, 'solution', remedy);
    await step(api, 'owner-anneke', started, 'customer-update', customerUpdate(at(started.now, 24)));
    const mails = await mailsTo('elena.farrow@upstairs.example', started.ref, 4);
    const briefs = mails.filter(({ subject }) => subject.includes('Your brief'));
    expect(briefs).toHaveLength(2);
    const [page, last] = briefs.map(({ text }) => text.replaceAll('\r', ''));
    expect(page).toContain('its level is P1 now, it was P2');
    expect(page).toContain('We found: The collection job ran twice');
    expect(page).toContain('Asked of you\n- Sends the bank statements');
    expect(page).toContain('Dear Pat, I am Ines Marchetti, Support Manager, EMEA');
    expect(last).toContain('its closure comes next');
    expect(last).toContain('We do: The job is switched off.');
    expect(last).toContain('- All second collections paid back (open, Anneke Voss, by ');
    expect(last).toContain('Dear Pat, this is what we found, and what we do.');
    expect((page ?? '').trim().split('\n').length).toBeLessThanOrEqual(45);
    expect(await mailbox()).not.toContainEqual(expect.objectContaining({ to: 'ada@northwind.example' }));

    const sponsors = await api.as('vp-marguerite').get<{ sponsors: object[] }>('/v1/sponsors');
    expect(sponsors.body.sponsors).toMatchObject([
      {
        person: { id: 'executive-elena' },
        ...{ open: 1, openByLevel: { P1: 1, P2: 0 }, accounts: 1, briefs: 2 },
      },
      { person: { id: 'vp-marguerite' }, open: 0, accounts: 0, briefs: 0 },
    ]);
    const denied = await api.as('agent-tomasz').get('/v1/sponsors');
    expect(slugOf(denied)).toBe('not-allowed');
    const people = await api.as('manager-ines').get<{ items: { id: string; sponsoring: number }[] }>('/v1/people');
    expect(people.body.items.find(({ id }) => id === 'executive-elena')).toMatchObject({ sponsoring: 1 });
  });

  it('of the account sponsors what it raises from then on, and never owns it', async () => {
    const account = `Southwind ${Math.random().toString(36).slice(2)}`;
    const entry = { accounts: [{ name: account, sponsor: { personId: 'vp-marguerite', facing: 'inside' } }] };
    expect((await api.as('admin-pavel').post('/v1/accounts', entry)).status).toBe(200);
    const wrong = { accounts: [{ name: account, sponsor: { personId: 'owner-anneke' } }] };
    expect(slugOf(await api.as('admin-pavel').post('/v1/accounts', wrong))).toBe('not-eligible');
    const raised = await raise(api, { account: { name: account, tier: 'enterprise' } });
    expect(raised.sponsor).toMatchObject({ person: { id: 'vp-marguerite' }, facing: 'inside', standing: true });
    const preview = await api
      .as('manager-ines')
      .post<{ refusal: object | null }>(`/v1/escalations/${raised.id}/preview`, {
        ...{ kind: 'step', name: 'intake' },
        body: { ownerId: 'vp-marguerite', acknowledgment: { subject: 'x', body: 'x' } },
      });
    expect(preview.body.refusal).toMatchObject({ type: '/problems/not-eligible' });
    await command(api, 'manager-ines', raised, 'name-sponsor', { standing: true, reason: 'She has enough.' });
    const next = await raise(api, { account: { name: account, tier: 'enterprise' } });
    expect(next.sponsor).toBeNull();
  });
});
