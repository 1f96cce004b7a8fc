import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { clock, complaint, pointersOf, raise, slugOf } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
});

afterAll(() => world.close());

const post = (body: unknown, headers?: Record<string, string>, as = 'agent-tomasz') =>
  api.as(as).post('/v1/escalations', body, headers);

const count = async () =>
  (await api.as('vp-marguerite').get<{ total: number }>('/v1/escalations?limit=1&total=true')).body.total;

describe('raising an escalation', () => {
  it('answers 201 with its address, its priority explained and its first clock running', async () => {
    const answer = await post(complaint());
    expect(answer.status).toBe(201);
    expect(answer.headers.location).toBe(`/v1/escalations/${answer.body.id}`);
    expect(answer.body).toMatchObject({ status: 'open', stage: 'intake', owner: null, policyVersion: 1 });
    expect(answer.body.ref).toMatch(/^UP-\d+$/);
    expect(answer.body.priority).toMatchObject({ level: 'P1', score: 75, override: null });
    expect(answer.body.priority.factors.map(({ name }) => name)).toEqual(['tier', 'severity', 'relationship']);
    const intake = clock(answer.body, 'intake');
    expect(intake).toMatchObject({ id: 'intake', state: 'running', budget: 'PT2H', next: { rung: 'reminder' } });
    expect(Date.parse(intake.dueAt) - Date.parse(answer.body.receivedAt)).toBe(2 * 3_600_000);
  });

  it('shows what it answered to every later read, by id and by ref', async () => {
    const raised = await raise(api);
    for (const name of [raised.id, raised.ref, raised.ref.toLowerCase(), raised.id.toUpperCase()]) {
      const read = await api.as('agent-tomasz').get(`/v1/escalations/${name}`);
      expect(read.body).toMatchObject({ id: raised.id, seq: raised.seq });
    }
  });

  it('runs the 2 h from a receipt in the past', async () => {
    const receivedAt = new Date(Date.now() - 3_600_000).toISOString();
    const raised = await raise(api, { receivedAt });
    expect(Date.parse(raised.clocks[0]?.dueAt ?? '') - Date.parse(receivedAt)).toBe(2 * 3_600_000);
  });

  it('needs no more than an account, a summary and a door, and counts what is unknown as grave', async () => {
    const answer = await post({ account: { name: 'Fabrikam' }, summary: 'It is slow', door: 'form' });
    expect(answer.status).toBe(201);
    expect(answer.body.priority.factors[0]).toMatchObject({ name: 'tier', points: 40 });
    expect(answer.body).toMatchObject({ severity: 'other', contact: null, account: { tier: null } });
  });

  it('knows an account by its name, case and spaces folded', async () => {
    const one = await post({ account: { name: 'Tailspin  Toys' }, summary: 'One', door: 'csm' });
    const two = await post({ account: { name: ' tailspin toys ' }, summary: 'Two', door: 'csm' });
    expect(two.body.account.id).toBe(one.body.account.id);
  });

  it('answers 200 with the one that exists for the same external reference', async () => {
    const body = complaint({ externalRef: 'zendesk:48213' });
    const first = await post(body);
    const second = await post({ ...body, summary: 'The same, told again' });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.id).toBe(first.body.id);
    expect(second.body.summary).toBe(first.body.summary);
  });

  it('raises one where the same external reference comes ten times at once', async () => {
    const before = await count();
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(complaint({ externalRef: 'crm:1' }))));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await count()).toBe(before + 1);
  });

  it('does not show somebody else what exists where they may not see it', async () => {
    const body = complaint({ externalRef: 'crm:2' });
    await post(body);
    const other = await post(body, {}, 'agent-lakshmi');
    expect([other.status, slugOf(other)]).toEqual([409, 'raised-already']);
    expect(JSON.stringify(other.body)).not.toContain('Charged twice');
  });

  it('keeps quiet what a manager imports as open, and lets no agent do so', async () => {
    const mine = await post(complaint({ imported: true }), {}, 'manager-ines');
    expect(mine.body).toMatchObject({ quiet: true, clocks: [{ next: { rung: 'breach' } }] });
    const refused = await post(complaint({ imported: true }));
    expect([refused.status, slugOf(refused)]).toEqual([403, 'not-allowed']);
  });
});

describe('an Idempotency-Key', () => {
  it('gets the first answer again, and nothing is raised twice', async () => {
    const body = complaint();
    const before = await count();
    const first = await post(body, { 'Idempotency-Key': 'raise-1' });
    const again = await post(body, { 'Idempotency-Key': 'raise-1' });
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers.location).toBe(first.headers.location);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await count()).toBe(before + 1);
  });

  it('is refused with another body, and is another key for another person', async () => {
    const body = complaint();
    await post(body, { 'Idempotency-Key': 'raise-2' });
    const other = await post({ ...body, summary: 'Something else' }, { 'Idempotency-Key': 'raise-2' });
    expect([other.status, slugOf(other)]).toEqual([422, 'idempotency-key-reused']);
    const somebody = await post(body, { 'Idempotency-Key': 'raise-2' }, 'agent-lakshmi');
    expect(somebody.status).toBe(201);
  });

  it('raises one where the same request comes eight times at once', async () => {
    const body = complaint();
    const before = await count();
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(body, { 'Idempotency-Key': 'raise-3' })));
    const done = answers.filter(({ status }) => status === 201);
    expect(done.length).toBeGreaterThan(0);
    expect(new Set(done.map(({ body: { id } }) => id)).size).toBe(1);
    const told = answers.filter(({ status }) => status !== 201);
    expect(told.every((answer) => slugOf(answer) === 'idempotency-in-flight')).toBe(true);
    expect(told.every(({ headers }) => Number(headers['retry-after']) > 0)).toBe(true);
    expect(await count()).toBe(before + 1);
  });

  it('has 1 to 255 visible characters', async () => {
    const answer = await post(complaint(), { 'Idempotency-Key': 'x'.repeat(256) });
    expect([answer.status, slugOf(answer)]).toEqual([400, 'idempotency-key-invalid']);
  });
});

describe('bad input to raise', () => {
  const good = complaint();
  const cases: [string, unknown, number, string, string[]][] = [
    ['an unknown tier', { ...good, account: { name: 'A', tier: 'gold' } }, 422, 'unknown-value', ['#/account/tier']],
    ['an unknown door', { ...good, door: 'window' }, 422, 'unknown-value', ['#/door']],
    [
      'a receipt in the future',
      { ...good, receivedAt: '2099-01-01T00:00:00Z' },
      422,
      'receipt-in-future',
      ['#/receivedAt'],
    ],
    ['a receipt that is no moment', { ...good, receivedAt: 'yesterday' }, 422, 'malformed', ['#/receivedAt']],
    [
      'a day that does not exist',
      { ...good, account: { name: 'A', customerSince: '2025-02-30' } },
      422,
      'malformed',
      ['#/account/customerSince'],
    ],
    ['no summary', { ...good, summary: undefined }, 422, 'malformed', ['#/summary']],
    ['a summary of blanks', { ...good, summary: '   ' }, 422, 'malformed', ['#/summary']],
    ['a summary of 301 characters', { ...good, summary: 'x'.repeat(301) }, 422, 'malformed', ['#/summary']],
    ['a control character', { ...good, narrative: 'a\u0000b' }, 422, 'malformed', ['#/narrative']],
    ['a field that nobody knows', { ...good, urgency: 'high' }, 422, 'malformed', ['#/urgency']],
    [
      'a prototype',
      JSON.parse('{"__proto__":{"x":1}}'),
      422,
      'malformed',
      ['#/account', '#/summary', '#/door', '#/__proto__'],
    ],
    ['a mail address that is none', { ...good, contact: { email: 'pat' } }, 422, 'malformed', ['#/contact/email']],
    [
      'half a cent',
      { ...good, account: { name: 'A', arr: { amount: 1.5, currency: 'USD' } } },
      422,
      'malformed',
      ['#/account/arr/amount'],
    ],
    [
      'a CSM whom nobody knows',
      { ...good, account: { name: 'A', csmId: 'nobody' } },
      422,
      'unknown-person',
      ['#/account/csmId'],
    ],
    [
      'a CSM who is none',
      { ...good, account: { name: 'A', csmId: 'owner-ravi' } },
      422,
      'not-eligible',
      ['#/account/csmId'],
    ],
    ['a list', [], 422, 'malformed', ['#']],
  ];

  it.each(cases)(
    '%s is refused by its own problem, and nothing is raised',
    async (_name, body, status, slug, pointers) => {
      const before = await count();
      const answer = await post(body);
      expect([answer.status, slugOf(answer), pointersOf(answer).sort()]).toEqual([status, slug, pointers.sort()]);
      expect(await count()).toBe(before);
    },
  );

  it.each([
    ['invalid JSON', { raw: '{"account":' }, 400, 'invalid-json'],
    ['a body of 300 KB', { raw: JSON.stringify({ narrative: 'x'.repeat(300 * 1_024) }) }, 413, 'too-large'],
    [
      'a form',
      { raw: 'summary=x', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
      415,
      'unsupported-media-type',
    ],
    [
      'an unknown charset',
      { raw: '{}', headers: { 'Content-Type': 'application/json; charset=klingon' } },
      415,
      'unsupported-media-type',
    ],
  ])('%s is refused', async (_name, sent, status, slug) => {
    const answer = await api.as('agent-tomasz').send('post', '/v1/escalations', sent);
    expect([answer.status, slugOf(answer)]).toEqual([status, slug]);
  });

  it('is nobody without a key, and nobody with a wrong one', async () => {
    for (const who of [api.as(null), api.withKey('up_wrong'), api.withKey("' or 1=1 --")]) {
      const answer = await who.post('/v1/escalations', complaint());
      expect([answer.status, slugOf(answer)]).toEqual([401, 'unauthenticated']);
      expect(answer.headers['www-authenticate']).toContain('Bearer');
    }
  });

  it('tells which methods there are', async () => {
    const answer = await api.as('agent-tomasz').send('put', '/v1/escalations', { body: {} });
    expect([answer.status, slugOf(answer), answer.headers.allow]).toEqual([
      405,
      'method-not-allowed',
      'POST, GET, HEAD',
    ]);
  });
});
