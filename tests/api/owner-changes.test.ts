import type { EscalationView } from '../../services/api/views/escalation.schema';
import type { WorkItem, WorkView } from '../../services/api/views/work.schema';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import {
  acknowledged,
  closed,
  command,
  customerUpdate,
  findings,
  later,
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

const NOTE = 'Known: the job ran twice. Promised: nothing yet. Next: the investigation, due within three hours.';
const offers = async (as: string, { ref }: EscalationView): Promise<WorkItem[]> => {
  const { items } = (await api.as(as).get<WorkView>('/v1/me/work')).body;
  return items.filter((item) => item.ref === ref && item.why === 'hand-over');
};

async function mailsAbout({ ref }: EscalationView): Promise<{ to: string; subject: string; text: string }[]> {
  const { body } = await api
    .as('manager-ines')
    .get<{ items: { to: string; subject: string; text: string }[] }>('/v1/demo/mailbox?limit=1000');
  return body.items.filter(({ subject }) => subject.includes(ref));
}

describe('a hand-over', () => {
  it('is offered in writing, waits in the work of the other, and is theirs once they accept', async () => {
    const started = await acknowledged(api);
    const offered = await command(api, 'owner-anneke', started, 'hand-over', { toId: 'owner-desmond', note: NOTE });
    expect(offered).toMatchObject({
      owner: { id: 'owner-anneke' },
      handOver: { to: { id: 'owner-desmond' }, note: NOTE },
    });
    expect(await offers('owner-desmond', started)).toMatchObject([
      { action: { name: 'accept-hand-over' }, beside: { name: 'decline-hand-over' }, dueAt: null },
    ]);
    expect(await offers('owner-ravi', started)).toEqual([]);
    const early = await api.as('owner-desmond').post(`/v1/escalations/${started.id}/steps/investigation`, findings);
    expect([early.status, slugOf(early)]).toEqual([403, 'not-allowed']);
    // What was mailed is settled before the time machine answers.
    await later(api, started, 'PT1M');
    const asked = (await mailsAbout(started)).find(
      ({ to, subject }) => to.includes('desmond') && subject.includes('take this over'),
    );
    expect(asked?.text).toContain('the job ran twice');
    const accepted = await command(api, 'owner-desmond', started, 'accept-hand-over', { note: 'I have it.' });
    expect(accepted).toMatchObject({ owner: { id: 'owner-desmond' }, handOver: null });
    expect(await offers('owner-desmond', started)).toEqual([]);
    await step(api, 'owner-desmond', started, 'investigation', findings);
    await later(api, started, 'PT1M');
    expect(
      (await mailsAbout(started)).some(({ to, subject }) => to.includes('anneke') && subject.includes('taken over')),
    ).toBe(true);
  });

  it('is declined with a reason, taken back, or overtaken by a manager', async () => {
    const started = await acknowledged(api);
    await command(api, 'owner-anneke', started, 'hand-over', { toId: 'owner-desmond', note: NOTE });
    const declined = await command(api, 'owner-desmond', started, 'decline-hand-over', {
      reason: 'I have three others.',
    });
    expect(declined).toMatchObject({ owner: { id: 'owner-anneke' }, handOver: null });
    await command(api, 'owner-anneke', started, 'hand-over', { toId: 'owner-ravi', note: NOTE });
    await command(api, 'owner-anneke', started, 'take-back-hand-over', {});
    await command(api, 'owner-anneke', started, 'hand-over', { toId: 'owner-june', note: NOTE });
    const given = await command(api, 'manager-ines', started, 'reassign', {
      ownerId: 'owner-ravi',
      reason: 'It is his field.',
    });
    expect(given).toMatchObject({ owner: { id: 'owner-ravi' }, handOver: null });
    const late = await api.as('owner-june').post(`/v1/escalations/${started.id}/commands/accept-hand-over`, {});
    expect([late.status, slugOf(late)]).toEqual([403, 'not-allowed']);
  });

  it.each([
    ['agent-tomasz', 422, 'not-eligible', ['#/toId']],
    ['nobody-knows', 422, 'unknown-person', ['#/toId']],
    ['owner-anneke', 409, 'already-done', []],
  ])('to %s is refused', async (toId, status, slug, pointers) => {
    const started = await acknowledged(api);
    const answer = await api
      .as('owner-anneke')
      .post(`/v1/escalations/${started.id}/commands/hand-over`, { toId, note: NOTE });
    expect([answer.status, slugOf(answer), pointersOf(answer)]).toEqual([status, slug, pointers]);
  });
});

describe('solved on the first call', () => {
  const parts = (dueAt: string) => ({
    investigation: findings,
    solution: { kind: 'configuration-change', description: 'The job is off.' },
    customerUpdate: {
      ...customerUpdate(dueAt),
      commitments: [{ text: 'Paid back', dueAt, responsibleId: 'manager-ines' }],
    },
  });
  const intake = {
    ownerId: 'manager-ines',
    acknowledgment: {
      subject: 'Your invoices',
      body: 'I am Ines Marchetti, Support Manager, EMEA, and I take personal responsibility for it.',
    },
  };

  it('everything up to the full account is one form, each step with its record and its mail', async () => {
    const raised = await raise(api);
    const dueAt = new Date(Date.parse(raised.now) + 24 * 3_600_000).toISOString();
    const done = await command(api, 'manager-ines', raised, 'resolve-at-once', { intake, ...parts(dueAt) });
    expect(done).toMatchObject({ stage: 'closure', owner: { id: 'manager-ines' }, commitments: [{ state: 'open' }] });
    expect(done.steps.slice(0, 4).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
    await later(api, raised, 'PT1M');
    const subjects = (await mailsAbout(raised)).map(({ subject }) => subject).join('\n');
    expect(subjects).toContain('Your invoices');
    expect(subjects).toContain('What happened to your invoices');
  });

  it('a part that its own rules refuse refuses the whole, where it stands in the form', async () => {
    const raised = await raise(api);
    const path = `/v1/escalations/${raised.id}/commands/resolve-at-once`;
    const dueAt = new Date(Date.parse(raised.now) - 3_600_000).toISOString();
    const late = await api.as('manager-ines').post(path, { intake, ...parts(dueAt) });
    expect([late.status, slugOf(late), pointersOf(late)]).toEqual([
      422,
      'invalid-content',
      ['#/customerUpdate/commitments/0/dueAt'],
    ]);
    const view = (await api.as('manager-ines').get<EscalationView>(`/v1/escalations/${raised.id}`)).body;
    expect([view.stage, view.owner]).toEqual(['intake', null]);
  });
});

describe('another round', () => {
  it('begins after a settlement, in a run of its own, with its clocks and its count', async () => {
    const done = await closed(api);
    await later(api, done, 'P1D');
    const asked = { reached: true, improved: true, note: 'They are content.' };
    expect((await step(api, 'csm-bashir', done, 'check-in', asked)).status).toBe('settled');
    const again = await command(api, 'owner-anneke', done, 'reopen', { reason: 'The job ran again.' });
    expect(again).toMatchObject({ status: 'open', round: 2, stage: 'investigation', owner: { id: 'owner-anneke' } });
    const reminded = await later(api, done, 'PT4H1M');
    expect(reminded.clocks.find(({ id }) => id === 'investigation')?.state).toBe('breached');
  });
});
