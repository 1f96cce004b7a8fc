import { SHIPPED_POLICY } from '../../domain/shipped-policy';
import type { ExplanationView } from '../../services/api/views/explanation.schema';
import type { PreviewView } from '../../services/api/views/preview.schema';
import type { WorkView } from '../../services/api/views/work.schema';
import type { EscalationView } from '../../services/api/views/escalation.schema';
import { openDatabase } from '../../services/shared/store/database';
import { DEMO_DUTY_MANAGERS } from '../../services/shared/store/demo-people';
import { upsertPeople } from '../../services/shared/store/people';
import { savePolicy } from '../../services/shared/store/policies';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { COUNSEL } from '../workflows/counsel';
import { eventually } from '../workflows/eventually';
import { acknowledged, clock, command, customerUpdate, findings, later, pointersOf, slugOf, step } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
});

afterAll(() => world.close());

interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** In whole dollars: an owner may grant 1,000, a manager 10,000, a director 50,000. */
const credit = (dollars: number) => ({
  kind: 'billing-credit',
  description: 'The year of the archive',
  credit: { amount: dollars * 100, currency: 'USD' },
});
const decide = (decision: 'approved' | 'refused', note?: string) => ({ approvalId: 'a1', decision, note });
const solved = ({ steps }: EscalationView) => steps.some(({ name, state }) => name === 'solution' && state === 'done');

async function asked(dollars = 12_000): Promise<EscalationView> {
  const started = await acknowledged(api);
  await step(api, 'owner-anneke', started, 'investigation', findings);
  return step(api, 'owner-anneke', started, 'solution', credit(dollars));
}

const commandPath = ({ id }: EscalationView, name: string) => `/v1/escalations/${id}/commands/${name}`;
const mailsAbout = async ({ ref }: EscalationView) =>
  (await api.as('manager-ines').get<{ items: Mail[] }>('/v1/demo/mailbox?limit=1000')).body.items.filter(
    ({ subject }) => subject.includes(ref),
  );

describe("a remedy beyond the owner's authority", () => {
  it('asks for it at once, and is done in the name of the owner as soon as a director approves', async () => {
    const open = await asked();
    expect(solved(open)).toBe(false);
    expect(open.approvals).toMatchObject([
      {
        id: 'a1',
        state: 'open',
        what: 'billing credit of 12,000.00 USD',
        because: '12,000.00 USD is beyond what they may grant alone: up to 1,000.00 USD',
        requestedBy: { id: 'owner-anneke' },
        approver: { id: 'director-howard' },
        holds: 'solution',
        clockId: 'approval:a1',
      },
    ]);
    expect(clock(open, 'approval:a1')).toMatchObject({ for: 'approval', state: 'running', budget: 'PT2H' });
    const done = await command(api, 'director-howard', open, 'decide-approval', decide('approved', 'They are right.'));
    expect(solved(done)).toBe(true);
    expect(done.steps.find(({ name }) => name === 'solution')?.completedBy).toMatchObject({ id: 'owner-anneke' });
    expect(done.approvals).toMatchObject([
      { state: 'approved', decidedBy: { id: 'director-howard' }, note: 'They are right.' },
    ]);
    expect(clock(done, 'approval:a1').state).toBe('met');
  });

  it('undecided for two hours climbs, while the account to the customer goes out in time without it', async () => {
    const open = await asked();
    const dueAt = new Date(Date.parse(open.now) + 48 * 3_600_000).toISOString();
    const body = customerUpdate(dueAt);
    const tried = (more: object) =>
      api.as('owner-anneke').post(`/v1/escalations/${open.id}/steps/customer-update`, { ...body, ...more });
    const named = await tried({ willDo: 'You get 12,000 USD back.' });
    expect([named.status, slugOf(named), pointersOf(named)]).toEqual([409, 'remedy-undecided', ['#/willDo']]);
    const passed = await later(api, open, 'PT3H');
    expect(clock(passed, 'approval:a1').state).toBe('breached');
    const { body: timeline } = await api
      .as('manager-ines')
      .get<{ items: { type: string; data: { clockId?: string; toIds?: string[] } }[] }>(
        `/v1/escalations/${open.id}/timeline?limit=1000`,
      );
    const rungs = timeline.items.filter(
      ({ type, data }) => type === 'chain.advanced' && data.clockId === 'approval:a1',
    );
    expect(rungs.slice(0, 2).map(({ data }) => data.toIds)).toEqual([['vp-marguerite'], ['executive-elena']]);
    const told = await step(api, 'owner-anneke', open, 'customer-update', body);
    expect(clock(told, 'customer-update').state).toBe('met');
    const done = await command(api, 'vp-marguerite', open, 'decide-approval', decide('approved'));
    expect([solved(done), clock(done, 'approval:a1').state]).toEqual([true, 'breached']);
  });

  it('is never decided by the owner, beyond their own authority, or twice; refused it says why', async () => {
    const open = await asked();
    const by = async (person: string, body: object) => {
      const answer = await api.as(person).post(commandPath(open, 'decide-approval'), body);
      return [answer.status, slugOf(answer)];
    };
    expect(await by('owner-anneke', decide('approved'))).toEqual([403, 'own-approval']);
    expect(await by('manager-ines', decide('approved'))).toEqual([403, 'beyond-authority']);
    expect(await by('csm-bashir', decide('approved'))).toEqual([403, 'not-allowed']);
    expect(await by('director-howard', { ...decide('approved'), approvalId: 'a5' })).toEqual([422, 'unknown-approval']);
    expect(await by('director-howard', decide('refused'))).toEqual([422, 'invalid-content']);
    const refused = await command(api, 'director-howard', open, 'decide-approval', decide('refused', 'Half of it.'));
    expect([solved(refused), refused.approvals[0]?.state]).toEqual([false, 'refused']);
    expect(await by('director-howard', decide('approved'))).toEqual([409, 'already-done']);
    const own = await api
      .as('owner-anneke')
      .post(commandPath(open, 'request-approval'), { ...credit(5_000), approverId: 'owner-anneke' });
    expect([own.status, slugOf(own), pointersOf(own)]).toEqual([403, 'own-approval', ['#/approverId']]);
  });

  it('waits in the work of who is asked, is found in lists, and is explained', async () => {
    const open = await asked();
    const { items } = (await api.as('director-howard').get<WorkView>('/v1/me/work')).body;
    expect(items.find(({ ref }) => ref === open.ref)).toMatchObject({
      why: 'approval',
      what: "Decide on Anneke Voss's request: billing credit of 12,000.00 USD",
      clockId: 'approval:a1',
      action: { name: 'decide-approval', kind: 'command' },
    });
    const listed = async () =>
      (
        await api
          .as('manager-ines')
          .get<{ items: { ref: string }[] }>('/v1/escalations?awaiting_approval=true&limit=200')
      ).body.items.map(({ ref }) => ref);
    expect(await listed()).toContain(open.ref);
    const { body } = await api.as('manager-ines').get<ExplanationView>(`/v1/escalations/${open.id}/explain`);
    expect(body.clocks.find(({ id }) => id === 'approval:a1')).toMatchObject({
      policyLine: 'policy 1: clocks.approval.budgetMs',
      responsible: { id: 'director-howard' },
    });
    await command(api, 'owner-anneke', open, 'withdraw-approval', { approvalId: 'a1', reason: 'They took the fix.' });
    expect(await listed()).not.toContain(open.ref);
  });

  it('is previewed: who will be asked, and nothing of it happens', async () => {
    const started = await acknowledged(api);
    const { body } = await api.as('owner-anneke').post<PreviewView>(`/v1/escalations/${started.id}/preview`, {
      kind: 'step',
      name: 'solution',
      body: credit(12_000),
    });
    expect(body.refusal).toBeNull();
    expect(body.follows[0]).toContain('Howard Linde is asked to allow it');
    expect(body.messages).toMatchObject([{ audience: 'us', toName: 'Howard Linde' }]);
    const { body: after } = await api.as('owner-anneke').get(`/v1/escalations/${started.id}`);
    expect([after.approvals, after.clocks.map(({ id }) => id)]).toEqual([[], started.clocks.map(({ id }) => id)]);
  });
});

describe('where legal action is threatened', () => {
  it('Legal sees the account before it goes out, and it is sent in the name of the owner as of then', async () => {
    const db = openDatabase(world.databaseUrl, { connections: 1 });
    await upsertPeople(db, [COUNSEL]);
    const messageApproval = { approverIds: [COUNSEL.id] };
    await savePolicy(db, { ...SHIPPED_POLICY, dutyManagerIds: DEMO_DUTY_MANAGERS, messageApproval });
    await db.close();
    const started = await acknowledged(api, { threatensLegal: true });
    expect([started.threatensLegal, clock(started, 'intake').state]).toEqual([true, 'met']);
    await step(api, 'owner-anneke', started, 'investigation', findings);
    const dueAt = new Date(Date.parse(started.now) + 48 * 3_600_000).toISOString();
    const held = await step(api, 'owner-anneke', started, 'customer-update', customerUpdate(dueAt));
    expect(held.commitments).toEqual([]);
    expect(held.approvals).toMatchObject([
      { subject: { kind: 'message', of: 'customer-update' }, holds: 'customer-update', approver: { id: COUNSEL.id } },
    ]);
    const shortened = await api.as('manager-ines').post(commandPath(held, 'decide-approval'), decide('approved'));
    expect([shortened.status, slugOf(shortened)]).toEqual([403, 'beyond-authority']);
    const passed = await later(api, held, 'PT1H');
    const done = await command(api, 'vp-marguerite', passed, 'decide-approval', decide('approved'));
    expect(clock(done, 'customer-update').state).toBe('met');
    expect(Date.parse(clock(done, 'customer-update').metAt ?? '')).toBeGreaterThanOrEqual(Date.parse(passed.now));
    expect(done.commitments).toHaveLength(1);
    const accounts = await eventually(
      async () => (await mailsAbout(done)).filter(({ subject }) => subject.includes('What happened to your invoices')),
      (mails) => mails.length > 0,
      'the customer to get the account',
    );
    expect(accounts.map(({ to }) => to)).toEqual([expect.stringContaining('pat@northwind.example')]);
  });
});

test('opening what the mail links to decides nothing, however it is opened', async () => {
  const open = await asked();
  const mails = await eventually(
    () => mailsAbout(open),
    (all) => all.some(({ subject }) => subject.includes('Your decision is needed')),
    'the director to be asked by mail',
  );
  const mail = mails.find(({ subject }) => subject.includes('Your decision is needed'));
  expect(mail?.to).toContain('howard.linde@');
  const links = mail?.text.match(/https?:\/\/\S+/g) ?? [];
  expect(links.map((link) => new URL(link).pathname + new URL(link).search)).toEqual([
    `/escalations/${open.ref}?action=decide-approval&approvalId=a1`,
  ]);
  for (const link of links) {
    const here = world.apiUrl + new URL(link).pathname + new URL(link).search;
    await fetch(here, { method: 'HEAD', redirect: 'manual' });
    await fetch(here, { headers: { Purpose: 'prefetch', 'Sec-Purpose': 'prefetch' } });
    await fetch(here);
  }
  for (const method of ['GET', 'HEAD']) await fetch(world.apiUrl + commandPath(open, 'decide-approval'), { method });
  const { body: after } = await api.as('manager-ines').get(`/v1/escalations/${open.id}`);
  expect([after.approvals[0]?.state, solved(after)]).toEqual(['open', false]);
});
