import { parse } from 'csv-parse/sync';
import type { EscalationItemView } from '../../services/api/views/escalation.schema';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { acknowledged, command, complaint, later, raise, slugOf } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  total?: number;
}

type List = Page<EscalationItemView>;
type Timeline = Page<{ seq: number; type: string; data: Record<string, unknown>; summary: string }>;

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
});

afterAll(() => world.close());

const list = async (query: string, as = 'manager-ines') =>
  (await api.as(as).get<List>(`/v1/escalations?${query}`)).body;

describe('the list', () => {
  it('goes page by page without gap or repetition, also while something is raised', async () => {
    for (let i = 0; i < 5; i += 1) await raise(api);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: List = await list(`limit=2&sort=raisedAt${cursor === null ? '' : `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      if (seen.length === 2) await raise(api);
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await list('limit=1&total=true')).total);
  });

  it('filters', async () => {
    const owned = await acknowledged(api, { door: 'csm' });
    const small = await raise(api, {
      account: { name: 'Contoso Bakery', tier: 'small' },
      severity: 'usability',
      summary: 'Croissants by mail',
    });
    const ids = async (query: string) => (await list(`limit=200&${query}`)).items.map(({ id }) => id);
    expect(await ids('ownerId=owner-anneke')).toEqual([owned.id]);
    expect(await ids('door=csm,form')).toEqual([owned.id]);
    expect(await ids('door=csm&door=form&status=open')).toEqual([owned.id]);
    expect(await ids('stage=investigation')).toEqual([owned.id]);
    expect(await ids('level=P4')).toEqual([small.id]);
    expect(await ids('q=croiss')).toEqual([small.id]);
    expect(await ids(`q=${small.ref}`)).toEqual([small.id]);
    expect(await ids("q='%20or%201=1")).toEqual([]);
    expect(await ids(`accountId=${small.account.id}`)).toEqual([small.id]);
    expect(await ids('status=settled')).toEqual([]);
    expect(await ids(`raised_to=${owned.raisedAt}&raised_from=${owned.raisedAt}`)).toEqual([]);
    expect(await ids('rootCause=product-bug')).toEqual([]);
    await later(api, small, 'PT3H');
    expect(await ids('breached=true')).toEqual([small.id]);
    expect(await ids('breached=false')).not.toContain(small.id);
    const soon = new Date(Date.now() + 3 * 3_600_000).toISOString();
    expect(await ids(`due_before=${encodeURIComponent(soon)}&q=croissants`)).toEqual([small.id]);
  });

  it.each([
    'limit=0',
    'limit=201',
    'limit=x',
    'status=lost',
    'colour=red',
    'sort=name',
    'q=%00',
    'raised_from=monday',
    'breached=maybe',
  ])('refuses %s', async (query) => {
    const answer = await api.as('manager-ines').get(`/v1/escalations?${query}`);
    expect([answer.status, slugOf(answer)]).toEqual([400, 'invalid-query']);
  });

  it('refuses a cursor of another order, or of nobody', async () => {
    const { nextCursor } = await list('limit=1&sort=dueAt');
    for (const cursor of [nextCursor, 'xyz']) {
      const answer = await api.as('manager-ines').get(`/v1/escalations?limit=1&cursor=${cursor}`);
      expect([answer.status, slugOf(answer)]).toEqual([400, 'invalid-cursor']);
    }
  });
});

describe('who sees what', () => {
  it('an agent sees what they raised, a contributor what they take part in, the others all', async () => {
    const raised = await raise(api);
    const status = async (as: string) => (await api.as(as).get(`/v1/escalations/${raised.id}`)).status;
    expect(await status('agent-tomasz')).toBe(200);
    for (const stranger of ['agent-lakshmi', 'engineer-mirko']) {
      expect(await status(stranger)).toBe(404);
      expect((await list('limit=200', stranger)).items).toEqual([]);
      for (const part of ['/timeline', '/explain']) {
        expect((await api.as(stranger).get(`/v1/escalations/${raised.id}${part}`)).status).toBe(404);
      }
      const tried = await api
        .as(stranger)
        .post(`/v1/escalations/${raised.id}/commands/add-note`, { note: 'I was here' });
      expect(tried.status).toBe(404);
    }
    for (const one of ['owner-ravi', 'csm-paloma', 'director-howard', 'executive-elena', 'admin-pavel']) {
      expect(await status(one)).toBe(200);
    }
  });

  it('answers for what is no id at all as for what does not exist', async () => {
    for (const name of ['UP-999999', 'nothing', '%00', '..%2F..', "'%20or%201=1", '0'.repeat(500)]) {
      const answer = await api.as('manager-ines').get(`/v1/escalations/${name}`);
      expect([answer.status, slugOf(answer)]).toEqual([404, 'not-found']);
    }
  });
});

describe('the timeline', () => {
  it('is paged, oldest first, in words and data, with times as ISO 8601 and without the policy', async () => {
    const started = await acknowledged(api);
    const path = `/v1/escalations/${started.id}/timeline`;
    const whole = (await api.as('manager-ines').get<Timeline>(`${path}?limit=1000`)).body;
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Timeline = (
        await api.as('manager-ines').get<Timeline>(`${path}?limit=3${cursor === null ? '' : `&cursor=${cursor}`}`)
      ).body;
      seen.push(...page.items.map(({ seq }) => seq));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen.slice(0, whole.items.length)).toEqual(whole.items.map(({ seq }) => seq));
    const [raised] = whole.items;
    expect(raised).toMatchObject({
      seq: 1,
      type: 'escalation.raised',
      data: { policyVersion: 1, receivedAt: started.receivedAt },
    });
    expect(Object.keys(raised?.data ?? {})).not.toEqual(expect.arrayContaining(['policy']));
    expect(raised?.summary).toContain(started.ref);
    const clockStarted = whole.items.find(({ type }) => type === 'clock.started');
    expect(clockStarted?.data).toMatchObject({ budget: 'PT2H', dueAt: expect.stringMatching(/Z$/) });
  });

  it('refuses more than 1,000 at a time', async () => {
    const answer = await api.as('manager-ines').get('/v1/escalations/UP-1001/timeline?limit=1001');
    expect([answer.status, slugOf(answer)]).toEqual([400, 'invalid-query']);
  });

  it('exports as CSV that no spreadsheet takes for formulas', async () => {
    const raised = await raise(api, complaint({ summary: '=cmd|calc' }));
    await command(api, 'agent-tomasz', raised, 'add-note', { note: '@SUM(1+1)' });
    const answer = await api.as('agent-tomasz').get<string>(`/v1/escalations/${raised.id}/timeline?format=csv`);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="${raised.ref}-timeline.csv"`);
    const rows = parse(answer.text, { columns: true });
    expect(rows.length).toBeGreaterThanOrEqual(4);
    const cells = rows.flatMap((row) => Object.values(row as Record<string, string>));
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(answer.text).toContain('@SUM(1+1)');
  });
});
