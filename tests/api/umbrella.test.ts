import type { EscalationItemView, EscalationView } from '../../services/api/views/escalation.schema';
import type {
  AcknowledgedChildView,
  AcknowledgmentPreview,
  RaisedChildView,
} from '../../services/api/views/children.schema';
import { cliEnv, runCli } from '../cli/support/run-cli';
import { TestFiles } from '../cli/support/files';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { acknowledged, clock, command, findings, later, pointersOf, raise, slugOf, step } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

const files = new TestFiles();
let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
});

afterAll(async () => {
  files.remove();
  await world.close();
});

interface Raised {
  created: number;
  exists: number;
  refused: number;
  items: RaisedChildView[];
}

interface Acknowledged {
  acknowledged: number;
  skipped: number;
  refused: number;
  items: AcknowledgedChildView[];
}

interface Mailbox {
  items: { to: string; subject: string; text: string }[];
}

const path = ({ id }: { id: string }, more = '') => `/v1/escalations/${id}/children${more}`;
const read = async (id: string) => (await api.as('manager-ines').get(`/v1/escalations/${id}`)).body;

/** Waits, within the test's own time, until it is so. */
async function until<T>(look: () => Promise<T>, holds: (seen: T) => boolean): Promise<T> {
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const account = (name: string, contact?: string) => ({
  account: { name, tier: 'mid-market' },
  contact: { ...(contact && { name: contact }), email: `${name.toLowerCase()}@customers.example` },
});

const template = {
  ownerId: 'owner-anneke',
  subject: 'The outage at {{account}}',
  body: 'Dear {{contact}},\n\nI am {{signer}}, {{title}}, and I take personal responsibility. {{owner}} owns it for {{account}}.',
};

const names = Array.from({ length: 40 }, (_, index) => `Outage${index + 1}`);

describe('one outage, forty accounts', () => {
  let umbrella: EscalationView;

  it('are raised in one go, each an escalation of its own under the umbrella', async () => {
    umbrella = await acknowledged(api, { summary: 'Nobody can sign in', severity: 'outage' });
    const items = names.map((name, index) => account(name, index === 0 ? undefined : `Contact ${index + 1}`));
    const key = { 'Idempotency-Key': 'forty-accounts' };
    const { status, body } = await api.as('manager-ines').post<Raised>(path(umbrella), { items }, key);
    expect([status, body.created, body.exists, body.refused]).toEqual([200, 40, 0, 0]);
    // At once, before the umbrella itself has heard of them: who acknowledges all now misses none.
    const listed = await api.as('manager-ines').get<{ count: number; items: unknown[] }>(path(umbrella));
    expect([listed.body.count, listed.body.items.length]).toEqual([40, 40]);
    const again = await api.as('manager-ines').post<Raised>(path(umbrella), { items }, key);
    expect(again.body).toEqual(body);
    const seen = await until(
      () => read(umbrella.id),
      ({ children }) => children.count === 40,
    );
    expect(seen.children.first).toHaveLength(40);
    const [first] = seen.children.first;
    const child = await read(first?.id ?? '');
    expect(child).toMatchObject({ umbrella: { ref: umbrella.ref }, summary: 'Nobody can sign in', severity: 'outage' });
    const list = await api
      .as('manager-ines')
      .get<{ total: number }>(`/v1/escalations?umbrellaId=${umbrella.id}&total=true`);
    expect(list.body.total).toBe(40);
  }, 40_000);

  it('a template that names nobody, or names what it cannot, is refused; a preview shows the first text', async () => {
    const post = (body: object) => api.as('manager-ines').post(path(umbrella, '/acknowledge'), body);
    const nobody = await post({ ...template, body: 'I am {{signer}}, {{title}}.' });
    expect([nobody.status, slugOf(nobody), pointersOf(nobody)]).toEqual([422, 'template-wrong', ['#/body']]);
    const unknown = await post({ ...template, subject: 'For {{customer}}' });
    expect([unknown.status, slugOf(unknown), pointersOf(unknown)]).toEqual([422, 'template-wrong', ['#/subject']]);
    expect(JSON.stringify(unknown.body)).toContain('{{customer}}');
    const preview = await api
      .as('manager-ines')
      .post<AcknowledgmentPreview>(path(umbrella, '/acknowledge/preview'), template);
    expect(preview.body).toMatchObject({ waiting: 40, skipped: 0, first: { refusal: null } });
    const { escalation, text = '' } = preview.body.first ?? {};
    expect(text).toContain(`owns it for ${escalation?.account}`);
    expect(text).toContain('I am Ines Marchetti, Support Manager, EMEA');
  });

  it('are acknowledged by a template that names each, every customer in one mail of their own', async () => {
    const { body } = await api.as('manager-ines').post<Acknowledged>(path(umbrella, '/acknowledge'), template);
    expect([body.acknowledged, body.skipped, body.refused]).toEqual([40, 0, 0]);
    const again = await api.as('manager-ines').post<Acknowledged>(path(umbrella, '/acknowledge'), template);
    expect([again.body.acknowledged, again.body.skipped]).toEqual([0, 40]);
    const { items } = await until(
      async () => (await api.as('manager-ines').get<Mailbox>('/v1/demo/mailbox?limit=500')).body,
      (box) => box.items.filter(({ to }) => to.includes('customers.example')).length >= 40,
    );
    for (const [index, name] of names.entries()) {
      const mine = items.filter(({ to }) => to.includes(`${name.toLowerCase()}@`));
      expect(mine).toHaveLength(1);
      expect(mine[0]?.subject).toContain(name);
      expect(mine[0]?.text).toContain(`Dear ${index === 0 ? name : `Contact ${index + 1}`},`);
    }
    const children = await api.as('manager-ines').get<{ count: number; items: EscalationItemView[] }>(path(umbrella));
    expect(children.body.count).toBe(40);
    expect(children.body.items.every(({ acknowledgedAt, stage }) => acknowledgedAt && stage === 'investigation')).toBe(
      true,
    );
  }, 40_000);

  it('what is found out and solved once is done for all of them, and nobody does it twice', async () => {
    const { children } = await read(umbrella.id);
    const first = children.first[0] ?? { id: '' };
    const own = await api.as('owner-anneke').post(`/v1/escalations/${first.id}/steps/investigation`, findings);
    expect([own.status, slugOf(own)]).toEqual([409, 'shared-step']);
    const technicalConsulted = { personId: 'owner-anneke', note: 'A certificate had run out.' };
    await step(api, 'owner-anneke', umbrella, 'investigation', { ...findings, technicalConsulted });
    await step(api, 'owner-anneke', umbrella, 'solution', { kind: 'configuration-change', description: 'Renewed it.' });
    const all = await until(
      async () => (await api.as('manager-ines').get<{ items: EscalationItemView[] }>(path(umbrella))).body.items,
      (items) => items.every(({ stage }) => stage === 'customer-update'),
    );
    expect(all).toHaveLength(40);
    const child = await read(first.id);
    expect(clock(child, 'investigation').state).toBe('met');
    const { items } = (
      await api
        .as('manager-ines')
        .get<{ items: { type: string; data: Record<string, unknown> }[] }>(
          `/v1/escalations/${first.id}/timeline?limit=1000`,
        )
    ).body;
    const shared = items.filter(({ data }) => data.sharedFrom);
    expect(shared.map(({ data }) => data.step).sort()).toEqual(['investigation', 'solution']);
    const told = shared.find(({ data }) => data.step === 'investigation');
    expect(told?.data.body).toMatchObject({ findings: findings.findings });
  }, 40_000);

  it('each keeps its own promises, and its own clocks breach while the umbrella rests', async () => {
    const { children } = await read(umbrella.id);
    const last = children.first.at(-1) ?? { id: '' };
    const moved = await later(api, last, 'PT9H');
    expect(clock(moved, 'customer-update').state).toBe('breached');
    expect(clock(await read(umbrella.id), 'customer-update').state).toBe('running');
  });
});

describe('who comes under which umbrella', () => {
  it('an escalation that was there before joins, takes over what is done, and leaves', async () => {
    const umbrella = await acknowledged(api);
    await step(api, 'owner-anneke', umbrella, 'investigation', findings);
    const child = await acknowledged(api);
    const joined = await command(api, 'manager-ines', child, 'join-umbrella', { otherId: umbrella.ref });
    expect(joined.umbrella).toEqual({ id: umbrella.id, ref: umbrella.ref });
    const shared = await until(
      () => read(child.id),
      ({ stage }) => stage === 'solution',
    );
    expect(shared.steps[1]?.completedBy?.id).toBe('owner-anneke');
    const left = await command(api, 'manager-ines', child, 'leave-umbrella', { reason: 'Another trouble.' });
    expect(left.umbrella).toBeNull();
    await step(api, 'owner-anneke', child, 'solution', { kind: 'other', description: 'Solved here.' });
  });

  it('none under one that is itself under another, nor under itself', async () => {
    const umbrella = await raise(api);
    const child = await raise(api);
    await command(api, 'manager-ines', child, 'join-umbrella', { otherId: umbrella.ref });
    const other = await raise(api);
    const join = (id: string, otherId: string) =>
      api.as('manager-ines').post(`/v1/escalations/${id}/commands/join-umbrella`, { otherId });
    const nested = await join(other.id, child.ref);
    expect([nested.status, slugOf(nested)]).toEqual([409, 'not-joinable']);
    expect((await read(other.id)).umbrella).toBeNull();
    const self = await join(other.id, other.ref);
    expect([self.status, slugOf(self)]).toEqual([409, 'not-joinable']);
    const raised = await api.as('manager-ines').post(path(child), { items: [account('Nested')] });
    expect([raised.status, slugOf(raised)]).toEqual([409, 'not-joinable']);
  });

  it('what is wrong with one account keeps the others from nothing', async () => {
    const umbrella = await raise(api);
    const items = [
      account('Right One'.replace(' ', '')),
      { account: { name: 'Wrong', csmId: 'nobody-knows' } },
      { ...account('Again'), externalRef: 'outage:again' },
      { ...account('Again'), externalRef: 'outage:again' },
    ];
    const { body } = await api.as('manager-ines').post<Raised>(path(umbrella), { items });
    expect(body.refused).toBe(1);
    expect(body.created + body.exists).toBe(3);
    expect(body.items[1]).toMatchObject({
      index: 1,
      outcome: 'refused',
      problem: { type: '/problems/unknown-person' },
    });
    const malformed = await api.as('manager-ines').post(path(umbrella), { items: [{ account: {} }] });
    expect([malformed.status, pointersOf(malformed)]).toEqual([422, ['#/items/0/account/name']]);
  });

  it('a list of accounts comes in by the command line, and a second run raises nothing', async () => {
    const umbrella = await raise(api);
    const rows = ['Acme,Ann Lee,ann@acme.example', 'Bolt,Bo Ek,bo@bolt.example', ',Nobody,x@y.example'];
    const file = files.write('outage.csv', `account,contact name,contact email\n${rows.join('\n')}\n`);
    const first = await runCli(cliEnv(world), ['children', umbrella.ref, file]);
    expect([first.code, first.stderr]).toEqual([1, expect.stringContaining('1 of 3 rows were not raised')]);
    expect(first.stdout).toMatch(/Acme +created +UP-\d+/);
    const again = await runCli(cliEnv(world), ['children', umbrella.ref, file]);
    expect(again.stdout).toMatch(/Bolt +exists +UP-\d+/);
    const seen = await until(
      () => read(umbrella.id),
      ({ children }) => children.count === 2,
    );
    const shown = await runCli(cliEnv(world), ['show', seen.ref]);
    expect(shown.stdout).toMatch(/umbrella of +2 others/);
  }, 40_000);
});
